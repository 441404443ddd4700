using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>Follows the chain commit by commit and stops at the first that does not fit.</summary>
internal sealed class ChainWalk
{
    public long Seq { get; private set; }

    public byte[] Head { get; private set; } = CommitChain.Origin;

    /// <summary>What does not hold, in one sentence; null when the commit follows the one before.</summary>
    public string? Follow(Committed next)
    {
        var (commit, entries) = (next.Commit, next.Entries);
        if (commit.Seq != Seq + 1) return $"Commit {commit.Seq} follows {Seq}.";
        if (!Same(commit.Prev, Head)) return $"Commit {commit.Seq} does not name the digest of the commit before it.";
        if (!Same(commit.Digest, CommitChain.Digest(commit.Seq, commit.Prev, commit.Root, commit.At, commit.Entries, commit.Batch))) return $"Commit {commit.Seq} was changed: its digest does not fit.";
        if (entries.Count != commit.Entries || !Same(CommitChain.MerkleRoot([.. entries.Select(CommitChain.Leaf)]), commit.Root)) return $"The entries of commit {commit.Seq} do not give its root.";
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Seq != commit.Seq || entries[i].Ordinal != i || !Holds(entries[i])) return $"Entry {commit.Seq}.{i} was changed.";
        (Seq, Head) = (commit.Seq, commit.Digest);
        return null;
    }

    /// <summary>An entry that was purged on purpose has neither content nor salt, and holds by its digest alone.</summary>
    private static bool Holds(EntryRow entry) => (entry.Content, entry.Salt) is (null, null) || (entry is { Content: { } content, Salt: { } salt } && Same(Entry.Digest(salt, content), entry.Digest));

    private static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);
}
