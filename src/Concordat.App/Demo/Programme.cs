using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Concordat.App.Demo;

/// <summary>Turns the sample programme into edits: pure, in the order of the file.</summary>
public static class Programme
{
    /// <param name="programme">Records by kind; a value <c>@key</c> is the record with that key.</param>
    /// <param name="now">Time from which identifiers are made.</param>
    /// <exception cref="KeyNotFoundException">A value names a key that no record has.</exception>
    public static ImmutableArray<Edit> Edits(JsonObject programme, DateTimeOffset now)
    {
        var records = Kinds.All.Select(k => k.Name).Where(programme.ContainsKey)
            .SelectMany(kind => programme[kind]!.AsArray().Select(r => (Kind: kind, Values: r!.AsObject()))).ToList();
        var ids = records.ToDictionary(r => (string)r.Values["key"]!, _ => Ids.New(now));
        return [.. records.Select(r => Edit.Create(ids[(string)r.Values["key"]!], r.Kind, Changes(r.Values, ids, now)))];
    }

    private static IEnumerable<Change> Changes(JsonObject values, Dictionary<string, Guid> ids, DateTimeOffset now)
    {
        foreach (var (name, value) in values.Where(v => v.Key != "key"))
        {
            if (value is not JsonArray elements) { yield return new Set(name, Resolve(value!, ids)); continue; }
            foreach (var element in elements)
            {
                var id = Ids.New(now);
                yield return new Set(new FieldPath(name).Element(id), Element(element!.AsObject(), id, ids));
            }
        }
    }

    private static JsonObject Element(JsonObject element, Guid id, Dictionary<string, Guid> ids) =>
        new(element.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, Resolve(m.Value!, ids))).Prepend(new("id", id.ToString("D"))));

    private static JsonNode Resolve(JsonNode value, Dictionary<string, Guid> ids) =>
        value is JsonValue text && text.TryGetValue(out string? word) && word.StartsWith('@') ? ids[word[1..]].ToString("D") : value.DeepClone();
}
