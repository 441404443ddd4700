using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>Reads and writes values of a document's JSON by path. Lists hold elements ordered by id.</summary>
internal static class Tree
{
    private static JsonObject Home(JsonObject root, string first) =>
        first is "claims" or "label" or "withdrawn" or "mergedInto" or "absorbed" or "apart" ? root : root["values"]!.AsObject();

    public static JsonNode? Get(JsonObject root, FieldPath path)
    {
        var segments = path.Segments;
        JsonNode? node = Home(root, segments[0]);
        foreach (var segment in segments)
        {
            node = node switch
            {
                JsonObject members => members[segment],
                JsonArray items => Element(items, segment),
                _ => null,
            };
            if (node is null) return null;
        }

        return node;
    }

    /// <summary>Sets, or removes when the value is null; elements and lists on the way are made as needed, empty ones removed.</summary>
    public static void Set(JsonObject root, FieldPath path, JsonNode? value) =>
        Set(Home(root, path.First), path.Segments, 0, value?.DeepClone());

    private static void Set(JsonNode node, string[] path, int at, JsonNode? value)
    {
        var name = path[at];
        if (at == path.Length - 1) { Put(node, name, value); return; }
        var next = node is JsonArray list ? Element(list, name) : node[name];
        if (next is null)
        {
            if (value is null) return;
            // A list stands where the next segment is an element's id.
            next = node is JsonObject && Guid.TryParse(path[at + 1], out _) ? new JsonArray() : new JsonObject();
            Put(node, name, next);
        }

        Set(next, path, at + 1, value);
        if (next is JsonArray { Count: 0 } && node is JsonObject owner) owner.Remove(name);
    }

    private static void Put(JsonNode node, string name, JsonNode? value)
    {
        if (node is JsonObject members)
        {
            if (value is null) members.Remove(name);
            else members[name] = value is JsonArray list ? Ordered(list) : value;
            return;
        }

        var items = node.AsArray();
        if (Element(items, name) is { } old) items.Remove(old);
        if (value is null) return;
        value["id"] = name;
        var place = 0;
        while (place < items.Count && string.CompareOrdinal((string?)items[place]!["id"], name) < 0) place++;
        items.Insert(place, value);
    }

    /// <summary>A list of elements in order of id; any other list as it is, for the shape to be refused.</summary>
    private static JsonArray Ordered(JsonArray list)
    {
        if (!list.All(e => e is JsonObject element && element["id"] is JsonValue id && id.TryGetValue(out string? _))) return list;
        var sorted = list.OrderBy(e => (string)e!["id"]!, StringComparer.Ordinal).ToList();
        list.Clear();
        foreach (var element in sorted) list.Add(element);
        return list;
    }

    private static JsonObject? Element(JsonArray items, string id)
    {
        foreach (var item in items)
            if (item is JsonObject element && (string?)element["id"] == id) return element;
        return null;
    }

    /// <summary>The smallest set of paths that differ; a new or removed element or subtree is one path.</summary>
    public static IEnumerable<FieldPath> Differences(JsonObject? before, JsonObject after)
    {
        foreach (var name in (string[])["label", "withdrawn", "mergedInto"])
            if (!JsonNode.DeepEquals(before?[name], after[name])) yield return name;
        foreach (var path in Members("", before?["values"]?.AsObject(), after["values"]!.AsObject())) yield return path;
        foreach (var list in (string[])["absorbed", "apart"])
            foreach (var path in Elements(list, before?[list]?.AsArray(), after[list]?.AsArray(), whole: true)) yield return path;
        foreach (var path in Elements("claims", before?["claims"]?.AsArray(), after["claims"]?.AsArray(), whole: true)) yield return path;
    }

    private static IEnumerable<FieldPath> Members(string prefix, JsonObject? before, JsonObject after)
    {
        var names = after.Select(m => m.Key).Union(before?.Select(m => m.Key) ?? []).Order(StringComparer.Ordinal);
        return names.SelectMany(name => Between(prefix + name, before?[name], after[name]));
    }

    private static IEnumerable<FieldPath> Between(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject a, JsonObject b) => Members(path + "/", a, b),
        (JsonArray or null, JsonArray b) when AreElements(b) => Elements(path, before?.AsArray(), b, whole: false),
        (JsonArray a, null) when AreElements(a) => Elements(path, a, null, whole: false),
        _ => [path],
    };

    private static bool AreElements(JsonArray items) => items.Count > 0 && items[0] is JsonObject first && first.ContainsKey("id");

    private static IEnumerable<FieldPath> Elements(string path, JsonArray? before, JsonArray? after, bool whole)
    {
        var ids = (before ?? []).Concat(after ?? []).Select(e => (string)e!["id"]!).Distinct().Order(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var (a, b) = (before is null ? null : Element(before, id), after is null ? null : Element(after, id));
            if (JsonNode.DeepEquals(a, b)) continue;
            if (a is null || b is null || whole) yield return $"{path}/{id}";
            else foreach (var inner in Members($"{path}/{id}/", a.AsObject(), b.AsObject())) yield return inner;
        }
    }
}
