using System.Text.Json.Nodes;

namespace Concordat.Reading.Evaluation;

/// <summary>When two values of a wording are the same: plain words without small ones; titles with four fifths of their words in common; deeds and chairs with most.</summary>
internal static class WordingValues
{
    /// <summary>The value at "notice.period".</summary>
    public static string? At(JsonNode node, string path)
    {
        var dot = path.IndexOf('.');
        return dot < 0 ? Labels.Text(node, path) : Labels.Text((node as JsonObject)?[path[..dot]], path[(dot + 1)..]);
    }

    public static bool Same(string field, string label, string found) => field switch
    {
        "title" => PlainWords.Overlap(label, found) >= 0.8,
        "deed" or "chairs" or "annexes" => PlainWords.Overlap(label, found) >= 0.6,
        "seat" => PlainWords.Overlap(label, found) >= 0.75,
        _ => Words(label).SequenceEqual(Words(found)),
    };

    public static double Like(string list, JsonNode label, JsonNode found, WordingParties parties)
    {
        string? L(string key) => Labels.Text(label, key);
        string? F(string key) => Labels.Text(found, key);
        switch (list)
        {
            case "signatures":
                if (L("name") is { } a && F("name") is { } b) return PlainWords.Overlap(a, b) is >= 0.5 and var likeness ? likeness : 0;
                return L("party") is { } p && F("party") is { } q && parties.Same(p, q) ? 0.4 : 0;
            case "obligations":
                var deed = PlainWords.Overlap(L("deed"), F("deed"));
                return deed >= 0.4 ? deed : 0;
            case "earlier":
                var title = PlainWords.Overlap(L("title"), F("title"));
                return title >= 0.4 || L("date") is { } day && day == F("date") ? 0.1 + title : 0;
            default:
                var name = PlainWords.Overlap(L("name"), F("name"));
                return name >= 0.6 ? name : 0;
        }
    }

    public static string Say(JsonNode item, string key) => Labels.Text(item, key) ?? Labels.Text(item, "name") ?? item.ToJsonString();

    private static IEnumerable<string> Words(string value) =>
        PlainWords.Of(value).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("the" or "a" or "an" or "of" or "this"));
}

/// <summary>The parties of a text by all their forms, as its labels give them.</summary>
internal sealed class WordingParties(JsonNode labels)
{
    private readonly List<HashSet<string>> _forms = [.. Labels.List(labels, "parties").Select(p => ((string[])["name", "short", "acronym"]).Select(f => Labels.Text(p, f)).OfType<string>().Select(PlainWords.Of).ToHashSet())];

    public bool Same(string a, string b)
    {
        string x = PlainWords.Of(a), y = PlainWords.Of(b);
        return x == y || _forms.Exists(f => f.Contains(x) && f.Contains(y));
    }
}
