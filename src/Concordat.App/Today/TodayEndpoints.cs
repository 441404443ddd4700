using Concordat.App.Shell;
using Concordat.Storage;
using Concordat.Today;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Today;

internal static class TodayEndpoints
{
    private const string Remembered = "concordat-officer";

    public static void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext context, Store store, TimeProvider clock) => ShowAsync(context, store, clock, null));
        app.MapPost("/today/put-off", PutOffAsync);
    }

    /// <summary>Whose Today it is: the one that the address names, who is then remembered by this browser; else the one remembered.</summary>
    private static string? Officer(HttpContext context)
    {
        if (context.Request.Query["officer"].FirstOrDefault() is not { } asked) return context.Request.Cookies[Remembered] is { } kept && Name(kept) is { Length: > 0 } one ? one : null;
        var officer = Name(asked);
        if (officer.Length == 0) context.Response.Cookies.Delete(Remembered);
        else context.Response.Cookies.Append(Remembered, officer, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return officer.Length == 0 ? null : officer;
    }

    private static string Name(string text) => Names.Clip.To(Names.Clip.Line(PostedForm.Clean(text)), 120);

    private static async Task<IResult> ShowAsync(HttpContext context, Store store, TimeProvider clock, Refusal? problem)
    {
        await using var db = store.Read(Reader.Local);
        var (stop, today) = (context.RequestAborted, Days.Today(clock));
        var view = await GatherToday.RunAsync(db, Actor.Local, today, Officer(context), stop);
        var officers = await context.RequestServices.GetRequiredService<KeptOfficers>().ReadAsync(stop);
        var changes = db.Changes.OrderByDescending(c => c.Seq).Take(30);
        var lately = await changes.Join(db.Headlines, c => c.Record, h => h.Record, (c, h) => new { Change = c, Head = h }).OrderByDescending(l => l.Change.Seq).ToListAsync(stop);
        return Answers.Page<TodayPage>(
            new { View = view, Problem = problem, Officers = officers, Lately = lately.DistinctBy(l => l.Head.Record).Take(8).Select(l => (l.Change, l.Head)).ToList() },
            problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> PutOffAsync(HttpContext context, Store store, TimeProvider clock, PutOff putOff, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ShowAsync(context, store, clock, form.Expired);
        if (form["matter"] is not { } matter) return Results.Redirect("/");
        var done = await putOff.RunAsync(Actor.Local, Officer(context), matter, form["title"] ?? "", form["back"] is null ? form["until"] ?? form["day"] ?? "" : null, context.RequestAborted);
        if (!done.TryGet(out var day, out var refusal)) return await ShowAsync(context, store, clock, refusal);
        flash.Say(form["back"] is null ? $"Put off to {Days.Say(day)}." : "It is back.");
        return Results.Redirect("/");
    }
}
