using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Shell;
using Concordat.App.Today;
using Concordat.HandOver;

namespace Concordat.App.Api;

/// <summary>The body that notes an absence; days as in 2026-02-13.</summary>
internal sealed record NotingAbsence(string Officer, string First, string Last, string Deputy, string? Note = null);

/// <summary>The body that ends an absence.</summary>
/// <param name="First">Its first day, which with the officer names it.</param>
internal sealed record EndingAbsence(string Officer, string First);

/// <summary>Who is away, and who stands in.</summary>
internal static class AbsenceApi
{
    public static ImmutableArray<Operation> All() =>
    [
        new("GET", "/api/absences", "listAbsences", "List absences", ListAsync) { Tag = "Hand-over", Says = "Those of today and later, by their first day.", Gives = [new(200, "The absences.", "Absences") { Tagged = true }] },
        new("POST", "/api/absences", "noteAbsence", "Note an absence", NoteAsync)
        {
            Tag = "Hand-over", Says = "Meanwhile what needs the officer stands on the Today of who stands in. An absence of the same officer from the same day is replaced, so that doing it twice is doing it once.",
            Takes = [new("application/json", "Absence", new JsonObject { ["officer"] = "A. Lind", ["first"] = "2027-02-01", ["last"] = "2027-02-14", ["deputy"] = "M. Okafor", ["note"] = "leave" })], Gives = [new(200, "The absence.", "Absence")],
            Refuses = ["absence.nobody", "absence.own-deputy", "absence.backwards", "absence.too-long", "absence.over", "record.not-a-day"],
        },
        new("POST", "/api/absences/end", "endAbsence", "End an absence", EndAsync)
        {
            Tag = "Hand-over", Says = "From today the officer is there again; an absence that has not begun is called off. Its last day then lies before its first.",
            Takes = [new("application/json", "EndingAbsence", new JsonObject { ["officer"] = "A. Lind", ["first"] = "2027-02-01" })], Gives = [new(200, "The absence as it ended.", "Absence")], Refuses = ["absence.not-found", "record.not-a-day"],
        },
    ];

    private static async Task<IResult> ListAsync(Call call)
    {
        await using var db = call.Read();
        return new Reply(new JsonObject { ["items"] = WorkJson.All(await Absences.AheadAsync(db, Days.Today(call.Clock), call.Stop), WorkJson.Of) });
    }

    private static async Task<IResult> NoteAsync(Call call)
    {
        if (!(await Body.ReadAsync<NotingAbsence>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        var told = sent.Value;
        if (!Body.Day("first", told.First).TryGet(out var first, out refusal) || !Body.Day("last", told.Last).TryGet(out var last, out refusal)) return Reply.Refuse(refusal);
        if (!(await call.Get<SetAbsence>().RunAsync(Actor.Local, told.Officer, Days.Of(first), Days.Of(last), told.Deputy, told.Note)).TryGet(out var noted, out refusal)) return Reply.Refuse(refusal);
        call.Get<KeptOfficers>().Forget();
        return new Reply(WorkJson.Of(noted));
    }

    private static async Task<IResult> EndAsync(Call call)
    {
        if (!(await Body.ReadAsync<EndingAbsence>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Body.Day("first", sent.Value.First).TryGet(out var first, out refusal)) return Reply.Refuse(refusal);
        var today = Days.Today(call.Clock);
        await using var db = call.Read();
        if (await Absences.FindAsync(db, sent.Value.Officer, Days.Of(first), today, call.Stop) is not { } absence)
            return Reply.Refuse(new("absence.not-found", $"No absence of {Concordat.Names.Clip.To(sent.Value.Officer, 60)} that lasts until today or later begins on {first:d MMMM yyyy}."));
        return (await call.Get<SetAbsence>().EndAsync(Actor.Local, absence, today)).TryGet(out var ended, out refusal) ? new Reply(WorkJson.Of(ended)) : Reply.Refuse(refusal);
    }
}
