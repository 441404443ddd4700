using System.Text.Json.Nodes;
using Concordat.App.Records;
using Concordat.Records;

namespace Concordat.App.Api;

/// <summary>A record in words, as its page shows it.</summary>
internal static class ShownJson
{
    public static JsonObject Of(RecordView view)
    {
        var json = new JsonObject
        {
            ["id"] = view.Document.Id.ToString("D"), ["kind"] = view.Kind.Name, ["version"] = view.Document.Version, ["title"] = view.Headline.Title, ["detail"] = view.Headline.Detail,
            ["fields"] = Array(view.Fields, f => new() { ["name"] = f.Field.Name, ["label"] = f.Field.Label, ["values"] = Array(f.Values, Value) }),
            ["footnotes"] = Array(view.Footnotes, Note),
            ["relations"] = Array(view.Relations, r => new() { ["label"] = r.Label, ["records"] = Array(r.Records, RecordJson.Head), ["more"] = r.More }),
            ["witnesses"] = view.Witnesses, ["conflicts"] = view.HasConflicts,
        };
        if (view.Document.Withdrawn) json["withdrawn"] = true;
        if (view.Document.MergedInto is { } into) json["mergedInto"] = into.ToString("D");
        if (view.KnownOn is { } day) json["knownOn"] = day.ToString("yyyy-MM-dd");
        json["links"] = new JsonObject { ["record"] = RecordJson.Address(view.Kind.Name, view.Document.Id), ["page"] = Routes.Of(view.Kind.Name, view.Document.Id) };
        return json;
    }

    private static JsonObject Value(ShownValue value)
    {
        var json = new JsonObject { ["name"] = value.Field.Name, ["label"] = value.Field.Label, ["path"] = value.Path.Text, ["text"] = value.Text };
        if (value.Target is { } target) json["target"] = RecordJson.Head(target);
        if (value.Notes.Length > 0) json["notes"] = new JsonArray([.. value.Notes.Select(n => (JsonNode)n)]);
        if (value.Rivals.Length > 0) json["rivals"] = Array(value.Rivals, Rival);
        if (value.Aside.Length > 0) json["aside"] = Array(value.Aside, Rival);
        if (value.Beside.Length > 0) json["beside"] = Array(value.Beside, Value);
        return json;
    }

    private static JsonObject Rival(ShownRival rival) => new() { ["claim"] = rival.Claim.Id.ToString("D"), ["text"] = rival.Text, ["note"] = rival.Note };

    private static JsonObject Note(Footnote note)
    {
        var json = new JsonObject { ["number"] = note.Number };
        if (note.Citation is { } citation) json["citation"] = Json.Of(citation);
        if (note.Source is { } source) json["source"] = RecordJson.Head(source);
        if (note.Change is { } change) json["entry"] = RecordJson.Entry(change);
        return json;
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> one) => new([.. items.Select(one)]);
}
