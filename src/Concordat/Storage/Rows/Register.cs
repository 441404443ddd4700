namespace Concordat.Storage;

/// <summary>One save or import batch; the chain runs over these.</summary>
public sealed record CommitRow
{
    /// <summary>1, 2, 3 … without gap.</summary>
    public required long Seq { get; init; }
    /// <summary>Digest of the commit before; 32 zero bytes for the first.</summary>
    public required byte[] Prev { get; init; }
    /// <summary>Merkle root over the salted digests of the entries, in order.</summary>
    public required byte[] Root { get; init; }
    /// <summary>Microseconds since 1970, UTC; never before the commit before.</summary>
    public required long At { get; init; }
    public required int Entries { get; init; }
    /// <summary>File digest and batch number of an import; null otherwise.</summary>
    public string? Batch { get; init; }
    public required byte[] Digest { get; init; }
}

/// <summary>What one commit did to one record. Content and salt are null once purged.</summary>
public sealed record EntryRow
{
    public required long Seq { get; init; }
    /// <summary>Place in the commit, from 0.</summary>
    public required int Ordinal { get; init; }
    public required Guid Record { get; init; }
    public required int Version { get; init; }
    public byte[]? Salt { get; init; }
    /// <summary>Canonical JSON of the entry.</summary>
    public byte[]? Content { get; init; }
    /// <summary>SHA-256 of salt and content.</summary>
    public required byte[] Digest { get; init; }
}

/// <summary>The newest version of a record.</summary>
public sealed record DocumentRow
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required int Version { get; init; }
    /// <summary>Canonical JSON.</summary>
    public required byte[] Content { get; init; }
}
