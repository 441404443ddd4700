using System.Text.Json.Nodes;

namespace Concordat.Reading.Evaluation;

/// <summary>One key for every form of an organisation of a document, so that an acronym and the full name are equal as parties.</summary>
internal sealed class Aliases
{
    private readonly List<KeyValuePair<string, string>> _labelled = [];
    private readonly Dictionary<string, string> _key = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _forms = new(StringComparer.Ordinal);

    public Aliases(JsonNode labels, JsonNode? findings)
    {
        var organisations = Labels.List(labels, "organisations");
        for (var i = 0; i < organisations.Count; i++)
            foreach (var form in PlainWords.Forms(organisations[i])) if (_key.TryAdd(form, $"#{i}")) _labelled.Add(new(form, $"#{i}"));
        foreach (var forms in Labels.List(findings, "organisations").Select(PlainWords.Forms))
            foreach (var form in forms) _forms.TryAdd(form, forms);
    }

    public HashSet<string> Labelled(JsonNode instrument) => [.. Labels.Strings(instrument, "parties").Select(PlainWords.Of).Select(p => _key.GetValueOrDefault(p, p))];

    public HashSet<string> Found(JsonNode instrument) => [.. Labels.Strings(instrument, "parties").Select(Key)];

    /// <summary>True where a found form is one of the labelled organisation's.</summary>
    public bool Same(string labelled, string? found) => _key.TryGetValue(PlainWords.Of(labelled), out var key) && FormsOf(found ?? "").Any(f => _key.GetValueOrDefault(f) == key);

    private HashSet<string> FormsOf(string party) => _forms.GetValueOrDefault(PlainWords.Of(party)) ?? [PlainWords.Of(party)];

    private string Key(string party)
    {
        var forms = FormsOf(party);
        foreach (var form in forms) if (_key.TryGetValue(form, out var known)) return known;
        var best = (Overlap: 0.0, Key: "");
        foreach (var form in forms)
            foreach (var (labelled, key) in _labelled)
                if (PlainWords.Overlap(labelled, form) is var overlap && (overlap > best.Overlap || overlap == best.Overlap && string.CompareOrdinal(key, best.Key) > 0)) best = (overlap, key);
        return best.Overlap >= 0.6 ? best.Key : PlainWords.Of(party);
    }
}
