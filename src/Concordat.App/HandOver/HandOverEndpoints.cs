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
        app.MapPost("/hand-over/away", AwayAsync);
        app.MapPost("/hand-over/back", BackAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Store store, TimeProvider clock, string? from, string? to, string? reason, Refusal? problem, IReadOnlyDictionary<string, string>? typed = null)
    {
        await using var db = store.Read(Reader.Local);
        var (stop, today) = (context.RequestAborted, Days.Today(clock));
        var officers = await GatherWork.OfficersAsync(db, stop);
        var absences = await Absences.AheadAsync(db, today, stop);
        var work = Names.Clip.Name(PostedForm.Clean(from ?? "")) is { } officer ? await GatherWork.OfAsync(db, officer, today, stop) : null;
        return Answers.Page<HandOverPage>(new { Officers = officers, Absences = absences, Typed = typed ?? new Dictionary<string, string>(), Work = work, To = to ?? "", Reason = reason ?? "", Today = today, Problem = problem }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> AwayAsync(HttpContext context, Store store, TimeProvider clock, SetAbsence set, Today.KeptOfficers officers, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ShowAsync(context, store, clock, null, null, null, form.Expired, form.Values);
        if (!Day(form, "first", "From", clock).TryGet(out var first, out var refusal) || !Day(form, "last", "To", clock).TryGet(out var last, out refusal)) return await ShowAsync(context, store, clock, null, null, null, refusal, form.Values);
        await using var db = store.Read(Reader.Local);
        var before = await Absences.FindAsync(db, Names.Clip.Name(form["officer"]) ?? "", Days.Of(first), Days.Today(clock), context.RequestAborted);
        if (!(await set.RunAsync(Actor.Local, form["officer"], Days.Of(first), Days.Of(last), form["deputy"], form["note"])).TryGet(out var away, out refusal)) return await ShowAsync(context, store, clock, null, null, null, refusal, form.Values);
        officers.Forget();
        flash.Say($"{away.Officer} is away from {Days.Say(away.First)} to {Days.Say(away.Last)}; {away.Deputy} stands in.{(before is null || before == away ? "" : $" This replaces the absence to {Days.Say(before.Last)} with {before.Deputy}.")}");
        return Results.Redirect("/hand-over");
    }

    private static Outcome<DateOnly> Day(PostedForm form, string name, string label, TimeProvider clock)
    {
        var read = Days.Read(form[name] ?? "", clock);
        return read.Refusal is { } refusal ? new Refusal(refusal.Code, $"{label}: {refusal.Message}") : read;
    }

    private static async Task<IResult> BackAsync(HttpContext context, Store store, TimeProvider clock, SetAbsence set, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ShowAsync(context, store, clock, null, null, null, form.Expired);
        await using var db = store.Read(Reader.Local);
        var today = Days.Today(clock);
        var absence = long.TryParse(form["first"], System.Globalization.CultureInfo.InvariantCulture, out var first) ? await Absences.FindAsync(db, form["officer"] ?? "", first, today, context.RequestAborted) : null;
        if (absence is null) return await ShowAsync(context, store, clock, null, null, null, new("absence.not-found", "This absence was ended already. The list below is as it stands now."));
        if ((await set.EndAsync(Actor.Local, absence, today)).Refusal is { } refusal) return await ShowAsync(context, store, clock, null, null, null, refusal);
        flash.Say($"{absence.Officer} {(absence.First > today ? "stays" : "is back")}.");
        return Results.Redirect("/hand-over");
    }

    private static async Task<IResult> MoveAsync(HttpContext context, Store store, TimeProvider clock, MoveWork move, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        var (from, to) = (form["from"], form["to"]);
        if (form.Expired is not null) return await ShowAsync(context, store, clock, from, to, form["reason"], form.Expired);
        if (!(await move.RunAsync(Actor.Local, from, to, form["reason"], stop: context.RequestAborted)).TryGet(out var moved, out var refusal)) return await ShowAsync(context, store, clock, from, to, form["reason"], refusal);
        flash.Say($"{moved} {(moved == 1 ? "record" : "records")} of {from} {(moved == 1 ? "is" : "are")} with {to} now. The journal can undo each.", "/journal", "See the journal");
        return Results.Redirect("/hand-over" + QueryString.Create("from", to!));
    }
}
