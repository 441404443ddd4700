using Concordat.Reading.Dates;
using Concordat.Storage;

namespace Concordat.Records;

/// <summary>Values of documents in words for people.</summary>
public static class Say
{
    /// <summary>A date said, a choice by its label, a reference by the title of what it refers to; EDTF is never shown.</summary>
    public static string Value(Field field, string value, IReadOnlyDictionary<Guid, HeadlineRow> names) => field.Type switch
    {
        FieldType.When => When.TryParse(value, out var when) ? when.Say() : value,
        FieldType.Span => Span.TryParse(value, out var span) ? span.Say() : value,
        FieldType.Choice => field.LabelOf(value),
        FieldType.Record => Guid.TryParse(value, out var id) && names.TryGetValue(id, out var row) ? row.Title : "a record that is not shown",
        FieldType.Flag => "yes",
        FieldType.Country => Names.Countries.Name(value) ?? value,
        _ => value,
    };

    /// <summary>What a form shows in an input, and <see cref="Concordat.Records.TypedValue"/> reads back to the same value.</summary>
    public static string Typed(Field field, string value, IReadOnlyDictionary<Guid, HeadlineRow> names) =>
        field.Type is FieldType.Choice or FieldType.Country ? value : Value(field, value, names);
}
