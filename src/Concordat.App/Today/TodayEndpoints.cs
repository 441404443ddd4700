using Concordat.App.Shell;
using Concordat.Storage;
using Concordat.Today;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Today;

internal static class TodayEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext context, Store store, TimeProvider clock) => ShowAsync(context, store, clock, null));
        app.MapPost("/today/put-off", PutOffAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Store store, TimeProvider clock, Refusal? problem)
    {
        await using var db = store.Read(Reader.Local);
        var (stop, today) = (context.RequestAborted, Days.Today(clock));
        var view = await GatherToday.RunAsync(db, Actor.Local, today, stop);
        var ending = await db.Agreements.Where(a => a.EndsLo > today + GatherToday.Lead && a.EndsLo <= today + 365 && a.TerminatedLo == null).OrderBy(a => a.EndsLo).ThenBy(a => a.Record).Take(20).ToListAsync(stop);
        var lately = await db.Changes.OrderByDescending(c => c.Seq).Take(30).ToListAsync(stop);
        var ids = lately.Select(c => c.Record).Distinct().ToList();
        var heads = await db.Headlines.Where(h => ids.Contains(h.Record)).ToDictionaryAsync(h => h.Record, stop);
        return Answers.Page<TodayPage>(
            new
            {
                View = view, Ending = ending, Problem = problem,
                Lately = lately.Where(c => heads.ContainsKey(c.Record)).DistinctBy(c => c.Record).Take(8).Select(c => (c, heads[c.Record])).ToList(),
            },
            problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> PutOffAsync(HttpContext context, Store store, TimeProvider clock, PutOff putOff, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ShowAsync(context, store, clock, form.Expired);
        if (form["matter"] is not { } matter) return Results.Redirect("/");
        var done = await putOff.RunAsync(Actor.Local, matter, form["title"] ?? "", form["back"] is null ? form["until"] ?? form["day"] ?? "" : null, context.RequestAborted);
        if (!done.TryGet(out var day, out var refusal)) return await ShowAsync(context, store, clock, refusal);
        flash.Say(form["back"] is null ? $"Put off to {Days.Say(day)}." : "It is back.");
        return Results.Redirect("/");
    }
}
