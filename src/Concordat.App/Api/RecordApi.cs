using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Records;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Api;

/// <summary>What may be asked of one record: itself, as its page shows it, its history, an earlier version.</summary>
internal static class RecordApi
{
    private const int HistoryPage = 50;

    public static IEnumerable<Operation> Of(RecordKind kind)
    {
        var (tag, path, a) = (Routes.Plural(kind.Name), $"/api/{Routes.Folder(kind.Name)}/{{id:guid}}", $"{("aeiou".Contains(kind.Name[0]) ? "an" : "a")} {kind.Name}");
        return
        [
            new("GET", path, "get" + kind.Title, "Read " + a, call => GetAsync(kind, call))
            {
                Tag = tag, Says = "The document as it is kept: its values, and each claim with its standing, citation and source. Its entity tag is its version. A withdrawn record is still answered, marked so; one that was merged names in mergedInto the record that speaks for it now.",
                Gives = [new(200, "The record.", kind.Title) { Tagged = true }], Refuses = ["record.not-found"],
            },
            new("GET", path + "/shown", "show" + kind.Title, $"Read {a} as its page shows it", call => ShownAsync(kind, call))
            {
                Tag = tag, Says = "Values in words with numbered footnotes, rivals and values set aside, what refers to it, and what is computed.",
                Parameters = [new("on", "As it was known at the end of that day (UTC).") { Day = true }],
                Gives = [new(200, "The record in words.", "Shown") { Tagged = true }], Refuses = ["record.not-found", "record.not-known-then"],
            },
            new("GET", path + "/history", $"list{kind.Title}History", $"List the history of {a}", call => HistoryAsync(kind, call))
            {
                Tag = tag, Says = "Every entry, newest first: who changed which paths, when and why.",
                Parameters = [Parameter.Take(HistoryPage), new("after", "The version after which the page begins; older ones follow.") { Number = (1, int.MaxValue) }],
                Gives = [new(200, "One page of the history.", "History") { Tagged = true, Linked = true }], Refuses = ["record.not-found"],
            },
            new("GET", path + "/versions/{version:int}", $"get{kind.Title}Version", $"Read an earlier version of {a}", call => VersionAsync(kind, call))
            {
                Tag = tag, Says = "The document as it stood after that entry. It never changes.",
                Gives = [new(200, "The record at that version.", kind.Title) { Tagged = true }], Refuses = ["record.not-found"],
            },
        ];
    }

    private static async Task<IResult> GetAsync(RecordKind kind, Call call)
    {
        await using var db = call.Read();
        return await db.FindAsync(call.Id, call.Stop) is { } document && document.Kind == kind.Name ? RecordJson.Answer(document) : NotFound(call);
    }

    private static async Task<IResult> ShownAsync(RecordKind kind, Call call)
    {
        await using var db = call.Read();
        var on = call.Request.Query.TryGetValue("on", out var day) ? DateOnly.ParseExact(day.ToString(), "yyyy-MM-dd") : (DateOnly?)null;
        var view = on is { } then ? await ShowRecord.KnownOnAsync(db, call.Id, kind.Name, then, call.Stop) : await ShowRecord.RunAsync(db, call.Id, kind.Name, call.Stop);
        if (view is null) return on is null ? NotFound(call) : Reply.Refuse(new("record.not-known-then", $"Nothing was known of it on {on:d MMMM yyyy}: its first entry is younger."));
        var json = ShownJson.Of(view);
        if (kind.Name == AgreementKind.Name && !view.Document.Gone)
        {
            var now = AgreementStates.On(view.Document.As<Agreement>(), on is { } at ? Days.Of(at) : Days.Today(call.Clock));
            json["state"] = new JsonObject { ["value"] = now.State.ToString(), ["text"] = now.State.Label(), ["why"] = now.Why, ["certain"] = now.Certain };
        }

        return new Reply(json);
    }

    private static async Task<IResult> HistoryAsync(RecordKind kind, Call call)
    {
        await using var db = call.Read();
        if (await db.FindAsync(call.Id, call.Stop) is not { } document || document.Kind != kind.Name) return NotFound(call);
        var (id, take, after) = (call.Id, Ask.Number(call.Request, "take", HistoryPage), Ask.Number(call.Request, "after", int.MaxValue));
        var changes = await db.Changes.Where(c => c.Record == id && c.Version < after).OrderByDescending(c => c.Version).Take(take + 1).ToListAsync(call.Stop);
        var links = new Dictionary<string, string> { ["first"] = $"{call.Request.Path}?take={take}" };
        if (changes.Count > take) links["next"] = $"{call.Request.Path}?after={changes[take - 1].Version}&take={take}";
        return new Reply(new JsonObject
        {
            ["items"] = new JsonArray([.. changes.Take(take).Select(RecordJson.Entry)]), ["links"] = new JsonObject(links.Select(l => new KeyValuePair<string, JsonNode?>(l.Key, l.Value))),
        }) { Links = links };
    }

    private static async Task<IResult> VersionAsync(RecordKind kind, Call call)
    {
        await using var db = call.Read();
        return int.TryParse((string?)call.Request.RouteValues["version"], out var version) && await db.VersionAsync(call.Id, version, call.Stop) is { } document && document.Kind == kind.Name
            ? RecordJson.Answer(document) : NotFound(call);
    }

    public static IResult NotFound(Call call) => Reply.Refuse(JournalRefusals.NotFound(call.Id));
}
