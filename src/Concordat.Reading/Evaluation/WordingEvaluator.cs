using System.Text.Json.Nodes;

namespace Concordat.Reading.Evaluation;

/// <summary>Scores wordings against labels, field by field. Labels are those with a property <c>wording</c> (docs/reading.md).</summary>
public sealed class WordingEvaluator
{
    private static readonly string[] Single = ["title", "kind", "reference", "done.place", "done.date", "effect", "duration", "renewal", "notice.period", "notice.form", "notice.by", "suspension", "originals", "prevails", "amendment", "law", "binding", "confidentiality"];
    private static readonly string[] Lists = ["survival", "languages", "disputes", "annexes", "ip", "funding"];

    private static readonly (string List, string Key, string[] Fields)[] Items =
    [
        ("parties", "name", ["name", "short", "acronym", "seat", "country", "role"]), ("earlier", "title", ["title", "date", "relation"]),
        ("signatures", "party", ["party", "name", "office", "capacity", "place", "date"]), ("obligations", "deed", ["owner", "deed", "due"]), ("bodies", "name", ["name", "meets", "chairs"]),
    ];

    private readonly Dictionary<string, (int Labelled, int Found, int Both, int Right)> _rows = new(StringComparer.Ordinal);
    private readonly List<string> _order = [], _detail = [];
    private int _documents, _unrecognised, _falseQuotes;

    public static bool Takes(JsonNode? labels) => (labels as JsonObject)?["wording"] is JsonObject;

    /// <summary>Adds one text.</summary>
    /// <param name="findings">What the reader wrote; without <c>wording</c> where it took the text for something else.</param>
    public void Add(string name, string text, JsonNode labels, JsonNode? findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        _documents++;
        JsonNode wanted = (labels as JsonObject)!["wording"]!, found = (findings as JsonObject)?["wording"] ?? new JsonObject();
        if ((findings as JsonObject)?["wording"] is null) { _unrecognised++; _detail.Add($"{name}: not taken for an agreement"); }
        foreach (var field in Single) One(name, field, WordingValues.At(wanted, field), WordingValues.At(found, field));
        foreach (var field in Lists) Strings(name, field, [.. Labels.Strings(wanted, field)], [.. Labels.Strings(found, field)]);
        foreach (var (list, key, fields) in Items) Objects(name, list, key, fields, wanted, found);
        _falseQuotes += Labels.List(found, "evidence").Count(e => !Stands(text, e));
    }

    public WordingFigures Total() => new(_documents, _unrecognised, _falseQuotes, [.. _order.Select(f => new WordingFieldRow(f, _rows[f].Labelled, _rows[f].Found, _rows[f].Both, _rows[f].Right))], [.. _detail]);

    private void One(string name, string field, string? label, string? found)
    {
        var right = label is not null && found is not null && WordingValues.Same(field, label, found);
        Count(field, label is null ? 0 : 1, found is null ? 0 : 1, label is not null && found is not null ? 1 : 0, right ? 1 : 0);
        if (label is null && found is not null) _detail.Add($"{name}: extra {field}: {found}");
        else if (label is not null && found is null) _detail.Add($"{name}: missed {field}: {label}");
        else if (label is not null && !right) _detail.Add($"{name}: wrong {field}: {found} in place of {label}");
    }

    private void Strings(string name, string field, List<string> labels, List<string> found)
    {
        var pairs = Pairs<string>.Of(labels, found, (a, b) => WordingValues.Same(field, a, b) ? 1 : 0);
        Count(field, labels.Count, found.Count, pairs.Hits.Count, pairs.Hits.Count);
        Say(name, field, pairs.Missed, pairs.Extra);
    }

    private void Objects(string name, string list, string key, string[] fields, JsonNode wanted, JsonNode found)
    {
        var (labels, all) = (Labels.List(wanted, list), Labels.List(found, list));
        var parties = new WordingParties(wanted);
        var pairs = Pairs<JsonNode>.Of(labels, all, (a, b) => WordingValues.Like(list, a, b, parties));
        Count(list, labels.Count, all.Count, pairs.Hits.Count, pairs.Hits.Count);
        Say(name, list, pairs.Missed.Select(m => WordingValues.Say(m, key)), pairs.Extra.Select(m => WordingValues.Say(m, key)));
        foreach (var field in fields) Count($"  {list}.{field}", 0, 0, 0, 0);
        foreach (var (label, match) in pairs.Hits)
            foreach (var field in fields)
            {
                string? a = Labels.Text(label, field), b = Labels.Text(match, field);
                var right = a is not null && b is not null && (field is "party" or "owner" ? parties.Same(a, b) : WordingValues.Same(field, a, b));
                Count($"  {list}.{field}", a is null ? 0 : 1, b is null ? 0 : 1, a is not null && b is not null ? 1 : 0, right ? 1 : 0);
                if (!right && (a is not null || b is not null)) _detail.Add($"{name}: {list}.{field} of {WordingValues.Say(label, key)}: {b ?? "nothing"} in place of {a ?? "nothing"}");
            }
    }

    private void Say(string name, string field, IEnumerable<string> missed, IEnumerable<string> extra)
    {
        foreach (var one in missed) _detail.Add($"{name}: missed {field}: {one}");
        foreach (var one in extra) _detail.Add($"{name}: extra {field}: {one}");
    }

    private void Count(string field, int labelled, int found, int both, int right)
    {
        if (!_rows.ContainsKey(field)) _order.Add(field);
        var (l, f, b, r) = _rows.GetValueOrDefault(field);
        _rows[field] = (l + labelled, f + found, b + both, r + right);
    }

    private static bool Stands(string text, JsonNode evidence) =>
        evidence["start"]?.GetValue<int>() is { } start && evidence["length"]?.GetValue<int>() is { } length && start >= 0 && length > 0 && start + length <= text.Length
        && string.CompareOrdinal(text, start, Labels.Text(evidence, "quote") ?? "\0", 0, length) == 0;
}
