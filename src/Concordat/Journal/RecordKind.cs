using System.Collections.Immutable;

namespace Concordat;

/// <summary>One row of a table that is written from documents and can be remade from them.</summary>
public interface IRow
{
    /// <summary>The record that the row is written from.</summary>
    Guid Record { get; }
}

/// <summary>What the register must know of one kind of record: its fields, its C# shape, and the rows that are written from it.</summary>
public sealed record RecordKind
{
    /// <summary>As stored: "agreement".</summary>
    public required string Name { get; init; }

    /// <summary>As shown: "Agreement".</summary>
    public required string Title { get; init; }

    /// <summary>Number of the shape of the values, from 1; a new one needs an upcaster and a golden file.</summary>
    public required int Schema { get; init; }

    /// <summary>The immutable C# record of the values.</summary>
    public required Type Shape { get; init; }

    public required ImmutableArray<Field> Fields { get; init; }

    /// <summary>What the record is called in lists and references.</summary>
    public required Func<Document, Headline> Head { get; init; }

    /// <summary>The rows of this kind's own tables; those that every kind has are not repeated here.</summary>
    public required Func<Document, IEnumerable<IRow>> Rows { get; init; }

    /// <summary>Every name or number by which the record may be found or recognised.</summary>
    public required Func<Document, IEnumerable<Known>> Names { get; init; }

    /// <summary>What must hold beyond the fields' own rules; null when all is well.</summary>
    public Func<Document, Refusal?> Check { get; init; } = _ => null;

    public Field? Find(FieldPath path)
    {
        Field? field = null;
        var fields = Fields;
        foreach (var segment in path.Segments)
        {
            if (Guid.TryParse(segment, out _)) { fields = field?.Items ?? []; continue; }
            field = fields.FirstOrDefault(f => f.Name == segment);
            if (field is null) return null;
        }

        return field;
    }
}

/// <param name="Title">Never empty.</param>
/// <param name="Detail">One quiet line that tells namesakes apart: country, role, number; may be empty.</param>
public sealed record Headline(string Title, string Detail);

/// <summary>A name, acronym or number of a record.</summary>
/// <param name="Sort">name, acronym, identifier, reference, or initials: a short form that is only guessed.</param>
public sealed record Known(string Text, string Sort);
