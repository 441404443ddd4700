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
        var changes = db.Changes.OrderByDescending(c => c.Seq).Take(30);
        var lately = await changes.Join(db.Headlines, c => c.Record, h => h.Record, (c, h) => new { Change = c, Head = h }).OrderByDescending(l => l.Change.Seq).ToListAsync(stop);
        return Answers.Page<TodayPage>(
            new { View = view, Problem = problem, Lately = lately.DistinctBy(l => l.Head.Record).Take(8).Select(l => (l.Change, l.Head)).ToList() },
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
