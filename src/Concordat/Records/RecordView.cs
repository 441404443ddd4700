using System.Collections.Immutable;
using Concordat.Storage;

namespace Concordat.Records;

/// <summary>One record as a page shows it: every value with its sources, rivals and history.</summary>
public sealed record RecordView
{
    public required Document Document { get; init; }
    public required RecordKind Kind { get; init; }
    public required Headline Headline { get; init; }
    /// <summary>In order of the kind's fields; fields without a value are left out.</summary>
    public required ImmutableArray<ShownField> Fields { get; init; }
    /// <summary>Numbered from 1 in order of first use.</summary>
    public required ImmutableArray<Footnote> Footnotes { get; init; }
    /// <summary>Records that refer to this one, grouped as the relation reads from here.</summary>
    public required ImmutableArray<Relation> Relations { get; init; }
    /// <summary>Newest first; at most <see cref="ShowRecord.MostChanges"/>.</summary>
    public required ImmutableArray<ChangeRow> History { get; init; }
    /// <summary>How many independent witnesses the record has: near copies count as one.</summary>
    public required int Witnesses { get; init; }

    /// <summary>The day of which an earlier version is shown, or null for the record as it stands.</summary>
    public DateOnly? KnownOn { get; init; }

    public bool HasConflicts => Fields.Any(f => f.Values.Any(v => v.Rivals.Length > 0));
}

/// <summary>A field with one value, or with one per element of its list.</summary>
public sealed record ShownField(Field Field, ImmutableArray<ShownValue> Values);

/// <summary>A value as people read it.</summary>
public sealed record ShownValue
{
    public required Field Field { get; init; }
    public required FieldPath Path { get; init; }
    /// <summary>Words: dates said, choices by their label, references by the other record's title.</summary>
    public required string Text { get; init; }
    /// <summary>The record that it refers to.</summary>
    public HeadlineRow? Target { get; init; }
    /// <summary>Further values of the same list element, in order of its fields.</summary>
    public ImmutableArray<ShownValue> Beside { get; init; } = [];
    /// <summary>Numbers of the footnotes that say this value.</summary>
    public ImmutableArray<int> Notes { get; init; } = [];
    public ImmutableArray<ShownRival> Rivals { get; init; } = [];
    public ImmutableArray<ShownRival> Aside { get; init; } = [];
}

/// <summary>Another value that a source states for the same path.</summary>
public sealed record ShownRival(Claim Claim, string Text, int Note);

/// <summary>Where a value comes from: a place in a source, or the person who typed it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Citation">Null when a person typed it.</param>
/// <param name="Source">The source's headline, with a citation.</param>
/// <param name="Change">The entry in which a person typed it.</param>
public sealed record Footnote(int Number, Citation? Citation, HeadlineRow? Source, ChangeRow? Change);

/// <param name="More">True when more exist than are shown.</param>
public sealed record Relation(string Label, ImmutableArray<HeadlineRow> Records, bool More);
