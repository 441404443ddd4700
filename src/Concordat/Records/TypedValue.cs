using System.Text.Json.Nodes;
using Concordat.Reading.Dates;

namespace Concordat.Records;

/// <summary>Reads what a person typed into an input back into a value of a document.</summary>
public static class TypedValue
{
    /// <summary>Null for an empty input.</summary>
    /// <param name="today">From which dates without a year are read.</param>
    /// <returns>Refusals <c>date.*</c>, <c>value.not-a-number</c>, <c>value.not-a-record</c>.</returns>
    public static Outcome<JsonNode?> Read(Field field, string? typed, DateOnly today)
    {
        var text = typed?.Replace("\r\n", "\n").Trim();
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
                return JsonValue.Create(true);
            default:
                return JsonValue.Create(field.Type == FieldType.LongText ? text : text.Replace('\n', ' '));
        }
    }

    private static Refusal Refuse(Field field, DateRefusal refusal) => new(refusal.Code, $"{field.Label}: {refusal.Text}");
}
