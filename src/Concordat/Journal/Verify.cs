using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using Concordat.Sources;
using Concordat.Storage;

namespace Concordat;

/// <summary>One thing that does not hold.</summary>
/// <param name="Code">commit.gap, commit.digest, commit.link, commit.head, entry.content, entry.missing, entry.purged, document.differs, row.differs, row.stray, file.differs, file.missing.</param>
/// <param name="What">What and where, in one sentence.</param>
public sealed record Fault(string Code, string What);

/// <summary>What a verification looked at and found.</summary>
/// <param name="Head">Digest of the newest commit in hex: keep it elsewhere, and give it to <c>--expect</c> next time.</param>
/// <param name="Faults">The first thousand.</param>
public sealed record Verification(long Commits, long Entries, long Records, long Files, string Head, ImmutableArray<Fault> Faults)
{
    /// <summary>Holes that a purge left on purpose are named but are no damage.</summary>
    public bool Clean => Faults.All(f => f.Code == "entry.purged");
}

/// <summary>Holds the chain, every document, every row and every file against the journal.</summary>
public sealed class Verifier(Store store)
{
    private const int Most = 1000;
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();
    private readonly HashSet<string> _digests = [];
    private long _commits, _entries, _records;

    /// <summary>Reads everything once; writes nothing.</summary>
    /// <param name="expect">A head digest noted earlier (hex): it must be in the chain, so that a cut end shows.</param>
    public async Task<Verification> RunAsync(string? expect = null, CancellationToken stop = default)
    {
        await using var connection = await store.ConnectAsync(stop);
        // One state of the database throughout, whatever is saved meanwhile.
        await using var transaction = await Store.SnapshotAsync(connection, stop);
        var head = await ChainAsync(connection, expect?.Trim().ToLowerInvariant(), stop);
        await foreach (var fold in Folding.ReadAsync(connection, store, stop)) Check(fold);
        await FilesAsync(stop);
        return new(_commits, _entries, _records, _digests.Count, head, _faults.ToImmutable());
    }

    private void Say(string code, string what)
    {
        if (_faults.Count < Most) _faults.Add(new(code, what));
    }

    private async Task<string> ChainAsync(DbConnection connection, string? expect, CancellationToken stop)
    {
        var (prev, seq, met) = (CommitChain.Origin, 0L, false);
        await using var entries = await EntryDigests.OpenAsync(connection, store, stop);
        await foreach (var commit in Rows.ReadAsync(connection, "SELECT seq, prev, root, at, entries, batch, digest FROM \"commit\" ORDER BY seq", stop))
        {
            var row = new CommitRow
            {
                Seq = (long)commit[0]!, Prev = (byte[])commit[1]!, Root = (byte[])commit[2]!, At = (long)commit[3]!,
                Entries = Convert.ToInt32(commit[4]), Batch = commit[5] as string, Digest = (byte[])commit[6]!,
            };
            if (row.Seq != seq + 1) Say("commit.gap", $"Commit {row.Seq} follows {seq}.");
            if (!row.Prev.AsSpan().SequenceEqual(prev)) Say("commit.link", $"Commit {row.Seq} does not name the digest of the commit before it.");
            if (!row.Digest.AsSpan().SequenceEqual(CommitChain.Digest(row.Seq, row.Prev, row.Root, row.At, row.Entries, row.Batch))) Say("commit.digest", $"Commit {row.Seq} was changed: its digest does not fit.");
            await EntriesAsync(row, entries, stop);
            (prev, seq, _commits) = (row.Digest, row.Seq, _commits + 1);
            met |= expect is not null && Convert.ToHexStringLower(row.Digest) == expect;
        }

        await foreach (var left in entries.RestAsync()) Say("entry.stray", $"Entry {left.Seq}.{left.Ordinal} belongs to no commit.");
        if (expect is not null && !met) Say("commit.head", $"The commit with digest {expect} is not in the journal: the end of the chain was removed or replaced.");
        return Convert.ToHexStringLower(prev);
    }

    private async Task EntriesAsync(CommitRow commit, EntryDigests entries, CancellationToken stop)
    {
        var digests = new List<byte[]>();
        await foreach (var entry in entries.OfAsync(commit.Seq).WithCancellation(stop))
        {
            _entries++;
            digests.Add(entry.Digest);
            if (entry.Content is null || entry.Salt is null) Say("entry.purged", $"Entry {entry.Seq}.{entry.Ordinal} of record {entry.Record} was purged.");
            else if (!Entry.Digest(entry.Salt, entry.Content).AsSpan().SequenceEqual(entry.Digest)) Say("entry.content", $"Entry {entry.Seq}.{entry.Ordinal} (record {entry.Record}, version {entry.Version}) was changed.");
        }

        if (digests.Count != commit.Entries) Say("entry.missing", $"Commit {commit.Seq} has {digests.Count} entries and states {commit.Entries}.");
        if (!CommitChain.MerkleRoot(digests).AsSpan().SequenceEqual(commit.Root)) Say("commit.digest", $"The entries of commit {commit.Seq} do not give its root.");
    }

    private void Check(Folded fold)
    {
        _records++;
        if (fold.Stored is null) Say("document.differs", $"Record {fold.Record} is in the journal and has no document.");
        else if (fold.Expected is null) Say("document.differs", $"Record {fold.Record} has a document and no entry in the journal.");
        else if (!fold.Stored.AsSpan().SequenceEqual(fold.Expected.Canonical())) Say("document.differs", $"The document of record {fold.Record} differs from its newest entry.");
        foreach (var row in fold.Missing) Say("row.differs", $"Table {row.Table}, record {fold.Record}: the row {row.Text} is missing or was changed.");
        foreach (var row in fold.Extra) Say("row.stray", $"Table {row.Table}, record {fold.Record}: the row {row.Text} follows from no entry.");
        if (fold.Expected is not { Withdrawn: false, Kind: SourceKind.Name } source) return;
        var it = source.As<Source>();
        _digests.Add(it.Digest);
        foreach (var text in it.Texts) _digests.Add(text.Digest);
    }

    private async Task FilesAsync(CancellationToken stop)
    {
        foreach (var digest in _digests)
        {
            await using var file = store.Files.Open(digest);
            if (file is null) { Say("file.missing", $"The stored file {digest} is missing."); continue; }
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)) != digest) Say("file.differs", $"The stored file {digest} was changed.");
        }
    }
}
