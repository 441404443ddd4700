using System.Text.Json.Nodes;
using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Records;

/// <summary>Reads what a person typed into an input back into a value of a document.</summary>
public static class TypedValue
{
    private static readonly string[] No = ["no", "false", "0", "off"];

    /// <summary>Null for an empty input, and for "no" in a flag.</summary>
    /// <param name="today">From which dates without a year are read.</param>
    /// <returns>Refusals <c>date.*</c>, <c>value.not-a-number</c>, <c>value.not-a-record</c>, <c>value.not-a-choice</c>, <c>record.value-too-long</c>.</returns>
    public static Outcome<JsonNode?> Read(Field field, string? typed, DateOnly today)
    {
        var text = typed?.Replace("\r\n", "\n").Replace('\r', '\n').Trim();
        if (string.IsNullOrEmpty(text)) return (JsonNode?)null;
        switch (field.Type)
        {
            case FieldType.When:
                return TypedDate.TryRead(text, DateOrder.DayFirst, today, out var when, out var refusal) ? JsonValue.Create(when.Text) : Refuse(field, refusal!);
            case FieldType.Span:
                return TypedDate.TryReadSpan(text, DateOrder.DayFirst, today, out var span, out refusal) ? JsonValue.Create(span.Text) : Refuse(field, refusal!);
            case FieldType.Number:
                return int.TryParse(text, out var number) ? JsonValue.Create(number) : new Refusal("value.not-a-number", $"{field.Label}: “{text}” is not a whole number.");
            case FieldType.Record:
                return Guid.TryParse(text, out var id) ? JsonValue.Create(id.ToString("D")) : new Refusal("value.not-a-record", $"{field.Label}: no record is called “{text}”. Choose one from the list, or register it first.");
            case FieldType.Flag:
                return No.Contains(text.ToLowerInvariant()) ? (JsonNode?)null : JsonValue.Create(true);
            case FieldType.Choice:
                return Choice(field, text);
            case FieldType.Country:
                return Country(field, text);
            default:
                return Words(field, field.Type == FieldType.LongText ? text : text.Replace('\n', ' '));
        }
    }

    private static Outcome<JsonNode?> Words(Field field, string text) =>
        text.Length <= field.MaxLength ? JsonValue.Create(text) : JournalRefusals.TooLong(field.Label, field.MaxLength);

    /// <summary>By its stored word or by its label.</summary>
    private static Outcome<JsonNode?> Choice(Field field, string text)
    {
        var choice = field.Choices.FirstOrDefault(c => c.Value == text) ?? field.Choices.FirstOrDefault(c => Fold.Key(c.Label) == Fold.Key(text));
        return choice is not null ? JsonValue.Create(choice.Value) : new Refusal("value.not-a-choice", $"{field.Label}: choose one of {string.Join(", ", field.Choices.Select(c => c.Label))}.");
    }

    /// <summary>By its code or by its name.</summary>
    private static Outcome<JsonNode?> Country(Field field, string text)
    {
        var code = text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? text : Countries.All.Where(c => Fold.Key(c.Name) == Fold.Key(text)).Select(c => c.Code).FirstOrDefault();
        return code is not null ? JsonValue.Create(code) : new Refusal("value.not-a-choice", $"{field.Label}: “{text}” is not a country that is known here.");
    }

    private static Refusal Refuse(Field field, DateRefusal refusal) => new(refusal.Code, $"{field.Label}: {refusal.Text}");
}
