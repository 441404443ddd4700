using System.Text.Json.Nodes;

namespace Concordat.Reading.Evaluation;

/// <summary>How well a finding fits a label, 0 to 1; 0 never pairs.</summary>
internal static class Likeness
{
    public static double Organisation(JsonNode? label, JsonNode? found)
    {
        HashSet<string> a = PlainWords.Forms(label), b = PlainWords.Forms(found);
        if (a.Overlaps(b)) return 1;
        var best = a.SelectMany(x => b.Select(y => PlainWords.Overlap(x, y))).DefaultIfEmpty(0).Max();
        return best >= 0.6 ? best : 0;
    }

    public static double Person(string? label, string? found)
    {
        List<string> a = PlainWords.Person(label), b = PlainWords.Person(found);
        if (a.Count == 0 || b.Count == 0) return 0;
        if (a.SequenceEqual(b)) return 1;
        return a[^1] == b[^1] && (a[0] == b[0] || a.Count == 1 || b.Count == 1) ? 0.9 : 0;
    }

    public static double Instrument(JsonNode label, JsonNode found, Aliases aliases)
    {
        if (Labels.Text(label, "kind") != Labels.Text(found, "kind")) return 0;
        HashSet<string> a = aliases.Labelled(label), b = aliases.Found(found);
        var overlap = a.Count + b.Count == 0 ? 1 : PlainWords.Overlap(a, b);
        var (left, right) = (Labels.Text(label, "title"), Labels.Text(found, "title"));
        var titles = left is null || right is null ? 0 : PlainWords.Overlap(left, right);
        if (overlap >= 0.5) return 0.6 + 0.3 * overlap + 0.1 * titles;
        return titles >= 0.6 ? 0.55 : 0;
    }

    public static double Meeting(JsonNode label, JsonNode found)
    {
        var body = PlainWords.Overlap(Labels.Text(label, "body"), Labels.Text(found, "body"));
        if (Labels.Text(label, "ordinal") is { } number && Labels.Text(found, "ordinal") is { } other) return number == other ? 0.7 + 0.3 * body : 0;
        var sameKind = Labels.Text(label, "kind") == Labels.Text(found, "kind");
        if (Labels.Text(label, "body") is null && Labels.Text(found, "body") is null)
        {
            var same = ((string[])["kind", "start", "place", "host"]).Count(k => Labels.Text(label, k) == Labels.Text(found, k));
            return sameKind && same >= 2 ? 0.2 * same : 0;
        }
        var sameStart = Labels.Text(label, "start") is { } start && start == Labels.Text(found, "start");
        return body >= 0.5 || sameStart && (body >= 0.2 || sameKind) ? 0.4 + 0.4 * body + (sameStart ? 0.2 : 0) : 0;
    }
}
