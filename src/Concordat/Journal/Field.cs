using System.Collections.Immutable;

namespace Concordat;

public enum FieldType
{
    Text, LongText,
    /// <summary>EDTF: one day somewhere within.</summary>
    When,
    /// <summary>EDTF: start and end.</summary>
    Span,
    Choice,
    /// <summary>The id of another record.</summary>
    Record,
    Number, Flag,
    /// <summary>ISO 3166-1 alpha-2.</summary>
    Country,
    /// <summary>A list of elements, each with the fields of <see cref="Field.Items"/>.</summary>
    List,
}

/// <summary>One word of a fixed list, as stored and as shown.</summary>
public sealed record Choice(string Value, string Label);

/// <summary>One value that a kind of record may hold: what it is called, what it may be, how it is asked for.</summary>
/// <param name="Name">Property name in the document.</param>
/// <param name="Label">As pages, refusals and exports call it.</param>
public sealed record Field(string Name, string Label, FieldType Type = FieldType.Text)
{
    public bool Required { get; init; }

    /// <summary>One short sentence under the input, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>Most UTF-16 units of a text.</summary>
    public int MaxLength { get; init; } = 400;

    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>Kinds of record that may be referred to; empty means any.</summary>
    public ImmutableArray<string> Refers { get; init; } = [];

    /// <summary>Fields of an element, for a list; the first one is what the element is about.</summary>
    public ImmutableArray<Field> Items { get; init; } = [];

    /// <summary>True where nothing may stand above itself, however far one follows: references of a tree.</summary>
    public bool Tree { get; init; }

    /// <summary>How the relation reads from the other end ("Agreements", "Laboratories and parts"), for a reference.</summary>
    public string? Inverse { get; init; }

    /// <summary>Kept by the product itself: shown, never asked for in a form.</summary>
    public bool Fixed { get; init; }

    /// <summary>True where a page of its own asks for it, not the form of all values.</summary>
    public bool Elsewhere { get; init; }

    public string LabelOf(string value) => Choices.FirstOrDefault(c => c.Value == value)?.Label ?? value;
}
