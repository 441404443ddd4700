using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.App.Shell;
using Concordat.Today;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Api;

/// <summary>The body that puts a matter off.</summary>
/// <param name="Until">The day on which it comes back, as in 2026-02-13.</param>
/// <param name="Officer">Whose Today it is; without it everybody’s.</param>
internal sealed record PuttingOff(string Matter, string Until, string? Officer = null);

/// <summary>The body that brings a matter back.</summary>
internal sealed record BringingBack(string Matter, string? Officer = null);

/// <summary>What needs a desk officer today, and what is put off.</summary>
internal static class TodayApi
{
    private static readonly Refusal NoMatter = new("today.no-such-matter", "There is no such matter. It may be done, or have changed and have another name now: ask for today’s again.");

    private static readonly string[] Sorts = ["conflict", "end", "notice", "renewal", "survival", "reply", "action", "confirm", "intake"];

    private static string? Named(string? officer) => Concordat.Names.Clip.To(Concordat.Names.Clip.Line(Shell.PostedForm.Clean(officer ?? "")), 120) is { Length: > 0 } name ? name : null;

    public static ImmutableArray<Operation> All() =>
    [
        new("GET", "/api/today", "getToday", "Read what needs you today", TodayAsync)
        {
            Tag = "Today", Says = $"Deadlines, conflicts between sources, replies and actions due, documents that wait, the most urgent first and each with why; at most {GatherToday.Most} of each sort. For one desk officer, those for whom they stand in included, or for everybody.",
            Parameters = [new("officer", "Desk officer, as records have the name; without it everybody’s.")], Gives = [new(200, "What needs you.", "Today") { Tagged = true }],
        },
        new("POST", "/api/today/put-off", "putOff", "Put a matter off", PutOffAsync)
        {
            Tag = "Today", Says = "It is not listed until that day. A matter that changes meanwhile, as by another end, comes back at once under another name.", Takes = [new("application/json", "PuttingOff", new JsonObject { ["matter"] = "end:01990c2e7a107c3e8f005d6a2b9c4e11:2027-03-31", ["until"] = "2027-02-13" })],
            Gives = [new(200, "The matter, and when it comes back.", "PutOff")], Refuses = ["today.no-such-matter", "today.not-ahead", "today.not-a-day", "record.not-a-day"],
        },
        new("POST", "/api/today/bring-back", "bringBack", "Bring a matter back", BringBackAsync)
        {
            Tag = "Today", Says = "It is listed again from now on.", Takes = [new("application/json", "BringingBack", new JsonObject { ["matter"] = "end:01990c2e7a107c3e8f005d6a2b9c4e11:2027-03-31" })], Gives = [new(200, "The matter, and from when it is listed.", "PutOff")], Refuses = ["today.no-such-matter"],
        },
    ];

    private static async Task<IResult> TodayAsync(Call call)
    {
        await using var db = call.Read();
        var (today, officer) = (Days.Today(call.Clock), Named(call.Request.Query["officer"]));
        var view = await GatherToday.RunAsync(db, Actor.Local, today, officer, call.Stop);
        var json = new JsonObject { ["day"] = WorkJson.Day(today) };
        if (view.For is { } stands) (json["officer"], json["covers"]) = (stands.Person, WorkJson.All(stands.Covered, WorkJson.Of));
        json["matters"] = WorkJson.All(view.Matters, Of);
        json["more"] = view.More;
        json["putOff"] = WorkJson.All(view.PutOff, Of);
        json["deadlines"] = WorkJson.All(view.Ending, l => WorkJson.Some(("agreement", WorkJson.Named(AgreementKind.Name, l.Row.Record, l.Title)), ("sort", l.Row.Sort), ("day", l.Row.Day.Text), ("deskOfficer", l.Row.DeskOfficer)));
        json["waiting"] = WorkJson.All(view.Waiting, WorkJson.Of);
        json["owed"] = WorkJson.All(view.Owed, a => WorkJson.Of(a.Row, a.Side));
        json["links"] = new JsonObject { ["page"] = "/" + (officer is null ? "" : QueryString.Create("officer", officer).ToString()) };
        return new Reply(json);
    }

    private static JsonNode Of(Matter matter)
    {
        var record = WorkJson.Named(matter.Kind, matter.Record, matter.Title);
        if (matter.Sort is MatterSort.Intake) record["href"] = $"/api/intake/{matter.Record:D}";
        return WorkJson.Some(("matter", matter.Key), ("sort", matter.Sort.ToString().ToLowerInvariant()), ("record", record), ("why", matter.Why), ("officer", matter.Officer));
    }

    private static JsonObject Of(PutOffRow row) => new() { ["matter"] = row.Matter, ["title"] = row.Title, ["until"] = WorkJson.Day(row.Until) };

    private static async Task<IResult> PutOffAsync(Call call)
    {
        if (!(await Body.ReadAsync<PuttingOff>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        var matter = sent.Value.Matter;
        if (!Body.Day("until", sent.Value.Until).TryGet(out var until, out refusal)) return Reply.Refuse(refusal);
        // A key names its record after its sort, then what of it.
        if (matter.Length > 120 || matter.Split(':') is not [var sort, var id, ..] || !Sorts.Contains(sort) || !Guid.TryParseExact(id, "N", out var record)) return Reply.Refuse(NoMatter);
        await using var db = call.Read();
        if (!(await db.NamesAsync([record], call.Stop)).TryGetValue(record, out var head)) return Reply.Refuse(NoMatter);
        return await KeepAsync(call, sent.Value.Officer, matter, head.Title, until.ToString("yyyy-MM-dd"));
    }

    private static async Task<IResult> BringBackAsync(Call call)
    {
        if (!(await Body.ReadAsync<BringingBack>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        var (matter, person, today) = (sent.Value.Matter, PutOff.Person(Actor.Local, Named(sent.Value.Officer)), Days.Today(call.Clock));
        await using var db = call.Read();
        var row = await db.PutOff.FirstOrDefaultAsync(p => p.Person == person && p.Matter == matter && p.Until > today, call.Stop);
        return row is null ? Reply.Refuse(NoMatter) : await KeepAsync(call, sent.Value.Officer, matter, row.Title, null);
    }

    private static async Task<IResult> KeepAsync(Call call, string? officer, string matter, string title, string? until) => (await call.Get<PutOff>().RunAsync(Actor.Local, Named(officer), matter, title, until, call.Stop)).TryGet(out var day, out var refusal)
        ? new Reply(new JsonObject { ["matter"] = matter, ["title"] = title, ["until"] = WorkJson.Day(day) }) : Reply.Refuse(refusal);
}
