using System.Text.Json.Nodes;

namespace Concordat.Reading.Evaluation;

/// <summary>Holds findings against labels, document after document, and counts. Labels and findings have the shape of <see cref="Evidence.FindingsJson"/>.</summary>
public sealed class Evaluator
{
    private static readonly string[] Now = ["signed", "renewed", "extended", "terminated"];
    private readonly Dictionary<string, (int Hits, int Found, int Labelled)> _counts = Figures.Types.ToDictionary(t => t, _ => (0, 0, 0), StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Right, int Of)> _attributes = new(StringComparer.Ordinal);
    private readonly List<string> _detail = [];
    private int _documents, _overClaims, _falseQuotes;

    /// <summary>Adds one document.</summary>
    /// <param name="text">The text that was read; every quote of the findings must stand in it.</param>
    public void Add(string name, string text, JsonNode labels, JsonNode? findings)
    {
        _documents++;
        var aliases = new Aliases(labels, findings);
        foreach (var type in Figures.Types) Count(name, type, Labels.List(labels, type), Labels.List(findings, type), aliases);
        var over = Math.Max(0, Claims(findings) - Claims(labels));
        if (over > 0) _detail.Add($"{name}: {over} over-claim{(over == 1 ? "" : "s")}");
        _overClaims += over;
        Quotes(name, text, findings?["evidence"] as JsonObject);
    }

    public Figures Total() => new(_documents, _overClaims, _falseQuotes, [.. _detail],
        [.. Figures.Types.Select(t => new FoundRow(t, _counts[t].Hits, _counts[t].Found, _counts[t].Labelled))],
        [.. _attributes.Select(a => new AttributeRow(a.Key, a.Value.Right, a.Value.Of))]);

    private void Count(string name, string type, List<JsonNode> labels, List<JsonNode> found, Aliases aliases)
    {
        var pairs = Pairs<JsonNode>.Of(labels, found, (a, b) => Like(type, a, b, aliases));
        var (hits, all, labelled) = _counts[type];
        _counts[type] = (hits + pairs.Hits.Count, all + found.Count, labelled + labels.Count);
        foreach (var missed in pairs.Missed) _detail.Add($"{name}: missed {One(type)}: {Say(missed)}");
        foreach (var extra in pairs.Extra) _detail.Add($"{name}: extra {One(type)}: {Say(extra)}");
        foreach (var (label, match) in pairs.Hits)
            foreach (var (row, right, wanted, value) in Attributes.Of(type, label, match, aliases))
            {
                var (was, of) = _attributes.GetValueOrDefault(row);
                _attributes[row] = (was + (right ? 1 : 0), of + 1);
                if (!right) _detail.Add($"{name}: {row.TrimStart('+', ' ')}: {Say(label)}: {value} in place of {wanted}");
            }
    }

    private static double Like(string type, JsonNode label, JsonNode found, Aliases aliases) => type switch
    {
        "organisations" => Likeness.Organisation(label, found),
        "people" => Likeness.Person(Labels.Text(label, "name"), Labels.Text(found, "name")),
        "instruments" => Likeness.Instrument(label, found, aliases),
        _ => Likeness.Meeting(label, found),
    };

    private static int Claims(JsonNode? document) => Labels.List(document, "instruments").Count(i => Now.Contains(Labels.Text(i, "event")));

    private void Quotes(string name, string text, JsonObject? evidence)
    {
        var quotes = (evidence ?? []).SelectMany(e => e.Value is JsonArray list ? list.ToArray() : new JsonNode?[] { e.Value }).Select(v => v?.ToString() ?? "");
        foreach (var quote in quotes.Where(q => !text.Contains(q, StringComparison.Ordinal)))
        {
            _falseQuotes++;
            _detail.Add($"{name}: false quote: {quote}");
        }
    }

    private static string One(string type) => type is "people" ? "person" : type[..^1];

    private static string Say(JsonNode item) => Labels.Text(item, "name") ?? Labels.Text(item, "body")
        ?? string.Join(' ', ((string?[])[Labels.Text(item, "kind"), Labels.Text(item, "title"), $"[{string.Join("; ", Labels.Strings(item, "parties"))}]", Labels.Text(item, "event"), Labels.Text(item, "date")]).OfType<string>());
}
