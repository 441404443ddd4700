using System.Collections.Immutable;

namespace Concordat;

/// <summary>One deed of one actor: everything in it is saved together or not at all.</summary>
public sealed record Deed(Actor By, ImmutableArray<Edit> Edits)
{
    /// <summary>Why, in the actor's words; needed where a sourced value is replaced.</summary>
    public string? Reason { get; init; }

    /// <summary>Workshop rows that go with it, for instance that a source no longer waits.</summary>
    public ImmutableArray<object> Workshop { get; init; } = [];

    /// <summary>File digest and batch number of an import: the same batch again changes nothing. "KEY::REST" is one of those of which only the first with that key is saved.</summary>
    public string? Batch { get; init; }

    /// <summary>The version that each edit undoes, when this deed is an undoing.</summary>
    internal int? Undoes { get; init; }

    /// <summary>True when it holds for the very versions that were seen, and is refused whatever changed since.</summary>
    internal bool Exact { get; init; }

    /// <summary>True when it takes a record out of every list, or brings one back.</summary>
    internal bool Withdraws => Edits.Any(e => e.Changes.Any(c => c is Restore { Path.Text: "withdrawn" or "mergedInto" }));
}

/// <summary>What became of a deed.</summary>
/// <param name="Seq">Number of the commit; 0 when nothing differed and nothing was written.</param>
/// <param name="Documents">The records of the deed as they now stand, in order of id.</param>
public sealed record Saved(long Seq, ImmutableArray<Document> Documents)
{
    public Document Document => Documents[0];
}
