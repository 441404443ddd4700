using System.Text.Json.Nodes;
using Concordat.Reading.Dates;

namespace Concordat.Intake;

/// <summary>Finds the element of a list that a text speaks of.</summary>
internal static class SameElement
{
    // What happens once in the life of an agreement; the others may come again.
    private static readonly HashSet<string> Once = ["announced", "signed", "in-force", "terminated"];

    // Two reports of one renewal differ by days; two renewals by years.
    private const long SameHappening = 92;

    /// <param name="IsOtherWords">True when only what it refers to is the same: its own words stay.</param>
    public readonly record struct Match(Guid Id, bool IsOtherWords);

    /// <param name="list">The field of the list; its first item is what an element is about.</param>
    /// <param name="said">Values by item name; holds the first item.</param>
    public static Match? Find(Field list, JsonArray? elements, IReadOnlyDictionary<string, JsonNode> said)
    {
        foreach (var element in elements ?? [])
            if (element is JsonObject held && SameValue.IsSame(list.Items[0], held[list.Items[0].Name], said[list.Items[0].Name]) && Fits(list, held, said)) return new(Id(held), false);
        if (list.Items[0].Type != FieldType.LongText) return null;
        foreach (var element in elements ?? [])
            if (element is JsonObject held && RefersAlike(list, held, said)) return new(Id(held), true);
        return null;
    }

    private static Guid Id(JsonObject element) => Guid.Parse((string)element["id"]!);

    /// <summary>An office is held at one organisation, an event falls on one day.</summary>
    private static bool Fits(Field list, JsonObject held, IReadOnlyDictionary<string, JsonNode> said)
    {
        if (list.Name == "events") return Once.Contains((string?)held["sort"] ?? "") || Near((string?)held["on"], said.TryGetValue("on", out var on) ? (string?)on : null);
        return list.Items[0].Type == FieldType.Record || list.Items.Where(i => i.Type == FieldType.Record)
            .All(i => held[i.Name] is null || !said.TryGetValue(i.Name, out var other) || Json.Same(held[i.Name], other));
    }

    private static bool Near(string? held, string? said) => !When.TryParse(held, out var a) || !When.TryParse(said, out var b)
        || (a.Lo - SameHappening <= b.Hi && b.Lo - SameHappening <= a.Hi);

    /// <summary>Prose about the same records: the same two sides of an opportunity, the agreement that came out.</summary>
    private static bool RefersAlike(Field list, JsonObject held, IReadOnlyDictionary<string, JsonNode> said)
    {
        var references = list.Items.Where(i => i.Type == FieldType.Record).Select(i => i.Name).ToList();
        var mine = references.Select(r => (string?)held[r]).OfType<string>().ToHashSet();
        var theirs = references.Where(said.ContainsKey).Select(r => (string)said[r]!).ToHashSet();
        return mine.Count > 0 && mine.Count == references.Count && mine.SetEquals(theirs);
    }
}
