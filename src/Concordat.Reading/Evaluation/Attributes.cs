using System.Text.Json.Nodes;

namespace Concordat.Reading.Evaluation;

/// <summary>Which values of a paired finding are right. Only what the label states is asked for.</summary>
internal static class Attributes
{
    /// <summary>Row, whether it is right, and the two values. Rows that begin with "+" do not count for the mean.</summary>
    public static IEnumerable<(string Row, bool Right, string Label, string Found)> Of(string type, JsonNode label, JsonNode found, Aliases aliases) => type switch
    {
        "organisations" => Organisation(label, found),
        "people" => Person(label, found, aliases),
        "instruments" => Instrument(label, found),
        _ => Meeting(label, found),
    };

    private static IEnumerable<(string, bool, string, string)> Organisation(JsonNode label, JsonNode found)
    {
        if (Labels.Text(label, "kind") is { } kind) yield return Row("organisation kind", label, found, "kind", kind == Labels.Text(found, "kind"));
        if (Labels.Text(label, "country") is { } country) yield return Row("+ organisation country", label, found, "country", country == Labels.Text(found, "country"));
        if (Labels.Text(label, "acronym") is { } letters) yield return Row("+ organisation acronym", label, found, "acronym", PlainWords.Forms(found).Contains(PlainWords.Of(letters)));
    }

    private static IEnumerable<(string, bool, string, string)> Person(JsonNode label, JsonNode found, Aliases aliases)
    {
        if (Labels.Text(label, "role") is { } role) yield return Row("person role", label, found, "role", PlainWords.Overlap(role, Labels.Text(found, "role")) >= 0.6);
        if (Labels.Text(label, "organisation") is { } name)
            yield return Row("person organisation", label, found, "organisation", Likeness.Organisation(label["organisation"], found["organisation"]) > 0 || aliases.Same(name, Labels.Text(found, "organisation")));
        if (Labels.Text(label, "honorific") is { } title) yield return Row("+ person honorific", label, found, "honorific", PlainWords.Of(title) == PlainWords.Of(Labels.Text(found, "honorific")));
    }

    private static IEnumerable<(string, bool, string, string)> Instrument(JsonNode label, JsonNode found)
    {
        yield return Row("instrument event", label, found, "event", Labels.Text(label, "event") == Labels.Text(found, "event"));
        if (Labels.Text(label, "date") is { } date) yield return Row("instrument date", label, found, "date", date == Labels.Text(found, "date"));
        if (Labels.List(label, "signatories").Count > 0) yield return Row("instrument signatories", label, found, "signatories", SamePeople(label, found, "signatories"));
        if (Labels.Text(label, "under") is { } parent) yield return Row("instrument parent", label, found, "under", PlainWords.Overlap(parent, Labels.Text(found, "under")) >= 0.5);
        if (Labels.Text(label, "subject") is { } subject) yield return Row("+ instrument subject", label, found, "subject", PlainWords.Overlap(subject, Labels.Text(found, "subject")) >= 0.5);
    }

    private static IEnumerable<(string, bool, string, string)> Meeting(JsonNode label, JsonNode found)
    {
        if (Labels.Text(label, "start") is { } start)
            yield return Row("meeting dates", label, found, "start", start == Labels.Text(found, "start") && (Labels.Text(label, "end") ?? start) == (Labels.Text(found, "end") ?? Labels.Text(found, "start")));
        if (Labels.Text(label, "place") is { } place) yield return Row("meeting place", label, found, "place", PlainWords.Tokens(place).Overlaps(PlainWords.Tokens(Labels.Text(found, "place"))));
        if (Labels.List(label, "co_chairs").Count > 0) yield return Row("meeting co-chairs", label, found, "co_chairs", SamePeople(label, found, "co_chairs"));
        if (Labels.Text(label, "kind") is { } kind) yield return Row("+ meeting kind", label, found, "kind", kind == Labels.Text(found, "kind"));
        if (Labels.Text(label, "host") is { } host) yield return Row("+ meeting host", label, found, "host", PlainWords.Overlap(host, Labels.Text(found, "host")) >= 0.5);
        if (Labels.Text(label, "ordinal") is { } number) yield return Row("+ meeting ordinal", label, found, "ordinal", number == Labels.Text(found, "ordinal"));
    }

    private static (string, bool, string, string) Row(string row, JsonNode label, JsonNode found, string value, bool right) => (row, right, Say(label[value]), Say(found[value]));

    private static string Say(JsonNode? value) => value is JsonArray list ? string.Join("; ", list.Select(v => v?.ToString())) : value?.ToString() ?? "nothing";

    private static bool SamePeople(JsonNode label, JsonNode found, string list) =>
        Pairs<string>.AreAll([.. Labels.Strings(label, list)], [.. Labels.Strings(found, list)], Likeness.Person);
}
