using System.Collections.Immutable;

namespace Concordat.Import.Rows;

/// <summary>A single value that a row states.</summary>
/// <param name="Field">Name of the field of the record.</param>
/// <param name="Value">As documents hold it.</param>
public sealed record Said(string Field, string Value, Place Place);

/// <summary>An element of a list that a row states.</summary>
/// <param name="Key">The field of the element that the cell states.</param>
/// <param name="Value">As documents hold it.</param>
/// <param name="Beside">Further fields, which the mapping states: scheme, language, sort of event.</param>
public sealed record SaidElement(string List, string Key, string Value, ImmutableArray<(string Field, string Value)> Beside, Place Place)
{
    /// <summary>True where the element is told by what stands beside, and the value may have a rival: an event by its sort.</summary>
    public bool ByBeside { get; init; }
}

/// <summary>A name of an organisation in a cell, as written.</summary>
/// <param name="Parts">The name cut at signs that may separate names; one where there are none.</param>
/// <param name="Signs">The signs between the parts.</param>
/// <param name="Strong">Of comma and slash, those that separate in this column whether the names are known or not.</param>
public sealed record SaidNames(ImmutableArray<string> Parts, ImmutableArray<string> Signs, Place Whole, string Strong)
{
    /// <summary>Some of the parts with the signs between them, as written.</summary>
    public string Join(int from, int to)
    {
        var text = Parts[from];
        for (var i = from; i < to; i++) text += Signs[i] + Parts[i + 1];
        return text.Trim();
    }
}

/// <summary>Something in a row that was not taken as it stands; the row is taken without it, or refused.</summary>
/// <param name="Row">Number as the spreadsheet shows it.</param>
/// <param name="Column">Header of the column; empty for the row itself.</param>
/// <param name="Words">What the cell says.</param>
public sealed record Trouble(int Row, string Column, string Words, string Code, string Message);

/// <summary>All that one row states about one record.</summary>
public sealed record RowValues
{
    public required int Row { get; init; }
    public Guid? Record { get; init; }
    public string? Title { get; init; }
    /// <summary>ISO 3166-1 alpha-2 of a column of countries.</summary>
    public string? Country { get; init; }
    public ImmutableArray<Said> Values { get; init; } = [];
    public ImmutableArray<SaidElement> Elements { get; init; } = [];
    public ImmutableArray<SaidNames> Partners { get; init; } = [];
    /// <summary>Names or identifiers of the organisations of which it is a part.</summary>
    public ImmutableArray<(string Words, Place Place)> Parents { get; init; } = [];
    public ImmutableArray<Trouble> Troubles { get; init; } = [];
    /// <summary>The numbers by which the record is recognised, the surest first.</summary>
    public ImmutableArray<(string Scheme, string Text)> Keys { get; init; } = [];
}
