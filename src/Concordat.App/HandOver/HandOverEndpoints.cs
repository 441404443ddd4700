using Concordat.App.Shell;
using Concordat.HandOver;
using Concordat.Storage;

namespace Concordat.App.HandOver;

internal static class HandOverEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/hand-over", (string? from, HttpContext context, Store store, TimeProvider clock) => ShowAsync(context, store, clock, from, null, null, null));
        app.MapPost("/hand-over", MoveAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Store store, TimeProvider clock, string? from, string? to, string? reason, Refusal? problem)
    {
        await using var db = store.Read(Reader.Local);
        var (stop, today) = (context.RequestAborted, Days.Today(clock));
        var officers = await GatherWork.OfficersAsync(db, stop);
        var work = string.IsNullOrWhiteSpace(from) ? null : await GatherWork.OfAsync(db, from.Trim(), today, stop);
        return Answers.Page<HandOverPage>(new { Officers = officers, Work = work, To = to ?? "", Reason = reason ?? "", Today = today, Problem = problem }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> MoveAsync(HttpContext context, Store store, TimeProvider clock, MoveWork move, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        var (from, to) = (form["from"], form["to"]);
        if (form.Expired is not null) return await ShowAsync(context, store, clock, from, to, form["reason"], form.Expired);
        if (!(await move.RunAsync(Actor.Local, from, to, form["reason"], context.RequestAborted)).TryGet(out var moved, out var refusal)) return await ShowAsync(context, store, clock, from, to, form["reason"], refusal);
        flash.Say($"{moved} {(moved == 1 ? "record" : "records")} of {from} {(moved == 1 ? "is" : "are")} with {to} now. The journal can undo each.", "/journal", "See the journal");
        return Results.Redirect("/hand-over" + QueryString.Create("from", to!));
    }
}
