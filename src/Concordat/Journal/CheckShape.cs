using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concordat.Reading.Dates;

namespace Concordat;

/// <summary>Holds a document against the fields of its kind.</summary>
internal static class CheckShape
{
    /// <summary>The first thing that is wrong, or null.</summary>
    /// <returns>Refusals <c>record.value-missing</c>, <c>record.value-too-long</c>, <c>record.wrong-shape</c>, <c>record.circle</c>, and those of the kind's own check.</returns>
    public static Refusal? Of(Document document, RecordKind kind)
    {
        if (document.Withdrawn) return null;
        if (Members(document.Values, kind.Fields, "") is { } wrong) return wrong;
        if (kind.Fields.FirstOrDefault(f => f.Tree && document.TextAt(f.Name) == document.Id.ToString("D")) is { } above) return JournalRefusals.Circle(above.Label);
        try
        {
            document.As(kind.Shape);
        }
        catch (JsonException error)
        {
            return JournalRefusals.WrongShape(error.Path ?? kind.Title, "this value does not belong here.");
        }

        return kind.Check(document);
    }

    private static Refusal? Members(JsonObject members, ImmutableArray<Field> fields, string prefix)
    {
        foreach (var (name, _) in members)
            if ((name != "id" || prefix.Length == 0) && fields.All(f => f.Name != name))
                return JournalRefusals.WrongShape(prefix + name, "there is no such value.");
        foreach (var field in fields)
            if (Value(members[field.Name], field, prefix + field.Name) is { } wrong)
                return wrong;
        return null;
    }

    internal static Refusal? Value(JsonNode? node, Field field, string path)
    {
        if (node is null) return field.Required ? JournalRefusals.Missing(field.Label) : null;
        if (field.Type == FieldType.List) return Elements(node, field, path);
        if (field.Type is FieldType.Number) return node is JsonValue number && number.TryGetValue(out int _) ? null : Wrong(path, "a whole number is needed.");
        if (field.Type is FieldType.Flag) return node.GetValueKind() is JsonValueKind.True ? null : Wrong(path, "only yes is stored.");
        if (node is not JsonValue value || !value.TryGetValue(out string? text)) return Wrong(path, "a text is needed.");
        return Text(text, field, path);
    }

    private static Refusal? Elements(JsonNode node, Field field, string path)
    {
        if (node is not JsonArray { Count: > 0 } items) return field.Required ? JournalRefusals.Missing(field.Label) : Wrong(path, "a list with at least one element is needed.");
        var last = "";
        foreach (var item in items)
        {
            if (item is not JsonObject element || element["id"] is not JsonValue named || !named.TryGetValue(out string? id) || !IsId(id)) return Wrong(path, "each element needs an id.");
            if (string.CompareOrdinal(last, id) >= 0) return Wrong(path, "elements stand in order of their ids, each once.");
            last = id;
            if (Members(element, field.Items, $"{path}/{id}/") is { } wrong) return wrong;
        }

        return null;
    }

    private static Refusal? Text(string text, Field field, string path)
    {
        if (string.IsNullOrWhiteSpace(text)) return JournalRefusals.Missing(field.Label);
        if (text.Length > field.MaxLength) return JournalRefusals.TooLong(field.Label, field.MaxLength);
        if (!CanBeStored(text)) return Wrong(path, "it holds characters that cannot be stored.");
        return field.Type switch
        {
            FieldType.When when !When.TryParse(text, out _) => Wrong(path, "this is not a date."),
            FieldType.Span when !Span.TryParse(text, out _) => Wrong(path, "this is not a date or a range of dates."),
            FieldType.Choice when field.Choices.All(c => c.Value != text) => Wrong(path, $"choose one of {string.Join(", ", field.Choices.Select(c => c.Label))}."),
            FieldType.Record when !IsId(text) => Wrong(path, "this is not a record of the register."),
            FieldType.Country when text is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] => Wrong(path, "a country is needed."),
            _ => null,
        };
    }

    /// <summary>True for an id as documents write it: lower case, with hyphens.</summary>
    internal static bool IsId(string text) => Guid.TryParseExact(text, "D", out var id) && id.ToString("D") == text;

    /// <summary>False for a text with a NUL or a lone surrogate, which no database and no canonical form takes.</summary>
    internal static bool CanBeStored(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    private static Refusal Wrong(string path, string why) => JournalRefusals.WrongShape(path, why);
}
