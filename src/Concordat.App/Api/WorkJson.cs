using System.Text.Json.Nodes;
using Concordat.Actions;
using Concordat.App.Shell;
using Concordat.Correspondence;
using Concordat.HandOver;
using Concordat.Storage;

namespace Concordat.App.Api;

/// <summary>What somebody has to do or answers for, as programs read it.</summary>
internal static class WorkJson
{
    /// <summary>An object without the members that have no value.</summary>
    public static JsonObject Some(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
            if (value is not null) json[name] = value;
        return json;
    }

    public static JsonArray All<T>(IEnumerable<T> items, Func<T, JsonNode> of) => new([.. items.Select(of)]);

    public static JsonObject Named(string kind, Guid record, string title) => new() { ["id"] = record.ToString("D"), ["kind"] = kind, ["title"] = title, ["href"] = RecordJson.Address(kind, record) };

    /// <param name="day">Day number.</param>
    public static string Day(long day) => Days.Date(day).ToString("yyyy-MM-dd");

    public static JsonObject Of(LetterLine line) => Letter(line.Letter, line.Other);

    public static JsonObject Letter(CorrespondenceRow row, string? with) => Some(
        ("letter", Named(CorrespondenceKind.Name, row.Record, row.Title)), ("direction", row.Direction), ("with", with), ("day", row.Direction == CorrespondenceKind.In ? row.Received ?? row.Sent : row.Sent ?? row.Received), ("replyDue", row.ReplyDue));

    /// <param name="side">Name of who owes it.</param>
    public static JsonObject Of(ActionRow row, string? side) => Some(("action", Named(ActionKind.Name, row.Record, row.Title)), ("number", row.Number), ("side", side), ("due", row.Due));

    public static JsonObject Of(AbsenceRow row) => Some(("officer", row.Officer), ("first", Day(row.First)), ("last", Day(row.Last)), ("deputy", row.Deputy), ("note", row.Note));

    public static JsonObject Of(Work work) => new()
    {
        ["officer"] = work.Officer, ["records"] = work.Records, ["agreements"] = All(work.Agreements, Held), ["open"] = All(work.Open, RecordJson.Head), ["actions"] = All(work.Actions, a => Of(a, null)), ["replies"] = All(work.Replies, Of), ["letters"] = work.Letters,
        ["partners"] = All(work.Partners, p => Some(("organisation", Named("organisation", p.Organisation, p.Name)), ("last", p.Last is null ? null : Letter(p.Last, null)))),
        ["meetings"] = All(work.Sessions, RecordJson.Head), ["others"] = All(work.Others, RecordJson.Head), ["links"] = Links(work.Officer),
    };

    public static JsonObject Links(string officer) => new()
    {
        ["handOver"] = "/api/hand-over" + QueryString.Create("from", officer), ["today"] = "/api/today" + QueryString.Create("officer", officer), ["page"] = "/hand-over" + QueryString.Create("from", officer),
    };

    private static JsonNode Held(HeldAgreement held) => Some(
        ("agreement", Named("agreement", held.Row.Record, held.Row.Title)), ("state", held.State.ToString()), ("why", held.Why), ("ends", held.Row.Ends), ("fileNumber", held.Row.FileNumber),
        ("partners", All(held.Partners, p => p)), ("originals", All(held.Originals, o => o)));
}
