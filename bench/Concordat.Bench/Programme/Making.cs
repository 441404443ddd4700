using System.Text.Json.Nodes;

namespace Concordat.Bench.Programme;

/// <summary>Turns typed records into edits as a form would send them: one change per value, one per element of a list.</summary>
internal static class Making
{
    public static Edit Create(Guid id, string kind, object values, params IEnumerable<Change> more) =>
        Edit.Create(id, kind, Json.Of(values).AsObject().SelectMany(v => Sets(v.Key, v.Value!)).Concat(more));

    private static IEnumerable<Change> Sets(string name, JsonNode value)
    {
        if (value is not JsonArray elements) return [new Set(name, value.DeepClone())];
        return elements.Select(e => new Set(new FieldPath(name).Element(Guid.Parse((string)e!["id"]!)), e.DeepClone()));
    }
}
