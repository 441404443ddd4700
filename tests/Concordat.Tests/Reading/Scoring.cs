using System.Text;
using System.Text.Json.Nodes;

namespace Concordat.Tests.Reading;

/// <summary>Pairs findings with labels and counts; a small sibling of the corpus' own scorer, for the four types and over-claims.</summary>
internal sealed class Scoring
{
    private static readonly string[] Types = ["organisations", "people", "instruments", "meetings"];
    private readonly Dictionary<string, (int Hit, int Found, int Labelled)> _counts = Types.ToDictionary(t => t, _ => (0, 0, 0));
    public int OverClaims { get; private set; }
    public List<string> Misses { get; } = [];

    public double Found => Types.Average(F1);

    public double F1(string type)
    {
        var (hit, found, labelled) = _counts[type];
        return hit == 0 ? 0 : 2.0 * hit / (found + labelled);
    }

    public void Add(string name, JsonNode labels, JsonNode findings)
    {
        foreach (var type in Types)
        {
            var gold = List(labels, type);
            var found = List(findings, type);
            var hits = Pair(name, type, gold, found);
            var (a, b, c) = _counts[type];
            _counts[type] = (a + hits, b + found.Count, c + gold.Count);
        }
        OverClaims += Math.Max(0, Now(findings) - Now(labels));
    }

    private int Pair(string name, string type, List<JsonNode> gold, List<JsonNode> found)
    {
        var left = new List<JsonNode>(found);
        var hits = 0;
        foreach (var label in gold)
        {
            if (left.Find(f => Same(type, label, f)) is { } match) { left.Remove(match); hits++; }
            else Misses.Add($"{name}: {type} {Text(label, "name")}{Text(label, "body")}{Text(label, "kind")}");
        }
        Misses.AddRange(left.Select(extra => $"{name}: extra {type} {Text(extra, "name")}{Text(extra, "body")}{Text(extra, "kind")}"));
        return hits;
    }

    private static bool Same(string type, JsonNode a, JsonNode b) => type switch
    {
        "organisations" => Forms(a).Overlaps(Forms(b)),
        "people" => Plain(Text(a, "name")) == Plain(Text(b, "name")),
        "instruments" => Text(a, "kind") == Text(b, "kind") && Text(a, "event") == Text(b, "event") && Parties(a).SetEquals(Parties(b)),
        _ => Text(a, "kind") == Text(b, "kind") && Plain(Text(a, "body")) == Plain(Text(b, "body")) && Text(a, "start") == Text(b, "start"),
    };

    private static HashSet<string> Forms(JsonNode o) => [.. List(o, "aliases").Select(a => Plain(a.GetValue<string>())), Plain(Text(o, "name"))];
    private static HashSet<string> Parties(JsonNode o) => [.. List(o, "parties").Select(a => Plain(a.GetValue<string>()))];
    private static int Now(JsonNode f) => List(f, "instruments").Count(i => Text(i, "event") is "signed" or "renewed" or "extended" or "terminated");
    private static List<JsonNode> List(JsonNode node, string name) => [.. (node[name] as JsonArray ?? []).OfType<JsonNode>()];
    private static string Text(JsonNode node, string name) => node[name]?.ToString() ?? "";

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text) if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}
