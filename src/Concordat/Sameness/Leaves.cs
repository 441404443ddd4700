using System.Text.Json.Nodes;

namespace Concordat.Sameness;

/// <summary>The single values of a document by path, for laying two documents over each other.</summary>
internal static class Leaves
{
    public static Dictionary<string, JsonNode> Of(Document document) => Walk("", document.Values).ToDictionary(l => l.Path, l => l.Value, StringComparer.Ordinal);

    private static IEnumerable<(string Path, JsonNode Value)> Walk(string prefix, JsonObject members)
    {
        foreach (var (name, value) in members)
        {
            if (value is null || name == "id") continue;
            if (value is not JsonArray list) { yield return (prefix + name, value); continue; }
            foreach (var element in list)
                foreach (var inner in Walk($"{prefix}{name}/{element!["id"]}/", element.AsObject()))
                    yield return inner;
        }
    }

    /// <summary>What is judged as one: the value itself, or the element of a list that it belongs to.</summary>
    public static string Unit(string path) => path.Split('/') is [var list, var id, _, ..] ? $"{list}/{id}" : path;

    /// <summary>A path with the element that stands for its own one.</summary>
    public static string Translate(string path, IReadOnlyDictionary<string, string> elements) =>
        elements.TryGetValue(Unit(path), out var other) ? other + path[Unit(path).Length..] : path;

    /// <summary>A document's JSON with other values.</summary>
    public static void Put(JsonObject root, IEnumerable<KeyValuePair<string, JsonNode>> leaves)
    {
        root["values"] = new JsonObject();
        foreach (var (path, value) in leaves) Tree.Set(root, path, value);
    }

    /// <summary>Brings every claim into line with what stands at its path: held when it says the same, a rival when it no longer does.</summary>
    public static void Settle(JsonObject root)
    {
        if (root["claims"] is not JsonArray claims) return;
        foreach (var claim in claims)
        {
            var standing = (string?)claim!["standing"];
            var (agrees, held) = (Json.Same(Tree.Get(root, (string)claim["path"]!), claim["value"]), standing is "held" or "preferred");
            if (agrees != held) claim["standing"] = Claim.Word(agrees ? Standing.Held : Standing.Rival);
        }

        if (claims.Count == 0) root.Remove("claims");
    }
}
