namespace Concordat.Storage;

/// <summary>What every record is called; one row each, none for withdrawn ones.</summary>
public sealed record HeadlineRow : IRow
{
    public required Guid Record { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Detail { get; init; }
    public required string SortKey { get; init; }
    public required string Label { get; init; }
    /// <summary>Who in the office answers for it, as written.</summary>
    public string? DeskOfficer { get; init; }
    /// <summary>Who stands in, where the record names someone.</summary>
    public string? Deputy { get; init; }
}

/// <summary>A name, acronym, number or single word of one, folded, by which a record is found.</summary>
public sealed record KnownRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    public required string Kind { get; init; }
    /// <summary>Folded as by <see cref="Names.Fold.Key"/>.</summary>
    public required string Key { get; init; }
    /// <summary>name, acronym, identifier, reference, initials, or word.</summary>
    public required string Sort { get; init; }
}

/// <summary>A reference from one record to another.</summary>
public sealed record LinkRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    public required string Path { get; init; }
    /// <summary>The path without element ids: <c>parties/organisation</c>.</summary>
    public required string Field { get; init; }
    public required Guid Target { get; init; }
}

/// <summary>Where claims are, so that a source knows what rests on it and conflicts can be listed.</summary>
public sealed record ClaimRow : IRow
{
    public required Guid Record { get; init; }
    public required Guid Id { get; init; }
    public required string Path { get; init; }
    public required string Standing { get; init; }
    public required Guid Source { get; init; }
    public int? Start { get; init; }
    public int? Length { get; init; }
}

/// <summary>A record that was merged into another. Rows of other records name the survivor; only documents still name this one.</summary>
public sealed record RedirectRow : IRow
{
    public required Guid Record { get; init; }
    public required string Kind { get; init; }
    /// <summary>The record that it was merged into; that one may have been merged in turn.</summary>
    public required Guid Target { get; init; }
}

/// <summary>Two records that a person judged different; each has a row.</summary>
public sealed record ApartRow : IRow
{
    public required Guid Record { get; init; }
    public required Guid Other { get; init; }
}

/// <summary>An entry without its document: who changed which paths of a record, when and why.</summary>
public sealed record ChangeRow : IRow
{
    public required Guid Record { get; init; }
    public required int Version { get; init; }
    public required long Seq { get; init; }
    /// <summary>Microseconds since 1970, UTC.</summary>
    public required long At { get; init; }
    public required string ActorId { get; init; }
    public required string ActorName { get; init; }
    public string? Reason { get; init; }
    /// <summary>Changed paths, one a line.</summary>
    public required string Paths { get; init; }
    /// <summary>The version that this entry undid.</summary>
    public int? Undoes { get; init; }
}
