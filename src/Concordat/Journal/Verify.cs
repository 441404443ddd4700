using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using Concordat.Storage;

namespace Concordat;

/// <summary>One thing that does not hold.</summary>
/// <param name="Code">
/// commit.gap, commit.digest, commit.link, commit.head, entry.content, entry.missing, entry.stray, document.differs, row.differs, row.stray,
/// file.differs, file.missing, or the code of a refusal of the database.
/// </param>
/// <param name="What">What and where, in one sentence.</param>
public sealed record Fault(string Code, string What);

/// <summary>What a verification looked at and found.</summary>
/// <param name="Head">Digest of the newest commit in hex: keep it elsewhere, and give it to <c>--expect</c> next time. Without it nobody can tell that the newest commits were removed together with all that followed from them.</param>
/// <param name="Faults">The first thousand.</param>
public sealed record Verification(long Commits, long Entries, long Records, long Files, string Head, ImmutableArray<Fault> Faults)
{
    public bool Clean => Faults.IsEmpty;
}

/// <summary>Holds the chain, every document, every row and every file against the journal.</summary>
public sealed class Verifier(Store store)
{
    private const int Most = 1000;
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();
    private readonly System.Collections.Generic.HashSet<string> _digests = [];
    private long _commits, _entries, _records;
    private string _head = "";

    /// <summary>Reads everything once; writes nothing, and holds up no writer.</summary>
    /// <param name="expect">A head digest noted earlier (hex): it must be in the chain, so that a cut end shows.</param>
    public async Task<Verification> RunAsync(string? expect = null, CancellationToken stop = default)
    {
        try
        {
            await using var connection = await store.ConnectAsync(stop);
            // One state of the database throughout, whatever is saved meanwhile.
            await using var transaction = await Store.SnapshotAsync(connection, stop);
            await ChainAsync(connection, expect?.Trim().ToLowerInvariant(), stop);
            await foreach (var fold in new Folding(connection, store).ReadAsync(stop)) Check(fold);
            await FilesAsync(stop);
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
        {
            Say(refusal.Code, refusal.Message);
        }

        return new(_commits, _entries, _records, _digests.Count, _head, _faults.ToImmutable());
    }

    private void Say(string code, string what)
    {
        if (_faults.Count < Most) _faults.Add(new(code, what));
    }

    private async Task ChainAsync(DbConnection connection, string? expect, CancellationToken stop)
    {
        var (prev, seq, met) = (CommitChain.Origin, 0L, false);
        await using var entries = await EntryDigests.OpenAsync(connection, store, stop);
        await foreach (var cells in Rows.ReadAsync(connection, CommitChain.Select, stop))
        {
            var commit = CommitChain.Row(cells);
            if (commit.Seq != seq + 1) Say("commit.gap", $"Commit {commit.Seq} follows {seq}: what was between them was removed.");
            if (!Same(commit.Prev, prev)) Say("commit.link", $"Commit {commit.Seq} does not name the digest of the commit before it.");
            if (!Same(commit.Digest, CommitChain.Digest(commit.Seq, commit.Prev, commit.Root, commit.At, commit.Entries, commit.Batch))) Say("commit.digest", $"Commit {commit.Seq} was changed: its digest does not fit.");
            await EntriesAsync(commit, entries, stop);
            (prev, seq, _commits) = (commit.Digest, commit.Seq, _commits + 1);
            met |= Convert.ToHexStringLower(commit.Digest) == expect;
        }

        await foreach (var left in entries.RestAsync().WithCancellation(stop)) Stray(left);
        if (expect is not null && !met) Say("commit.head", $"The commit with digest {expect} is not in the journal: the end of the chain was removed or replaced.");
        _head = Convert.ToHexStringLower(prev);
    }

    private void Stray(EntryRow entry) => Say("entry.stray", $"Entry {entry.Seq}.{entry.Ordinal} (record {entry.Record}, version {entry.Version}) belongs to no commit.");

    private async Task EntriesAsync(CommitRow commit, EntryDigests entries, CancellationToken stop)
    {
        var leaves = new List<byte[]>();
        await foreach (var entry in entries.UpToAsync(commit.Seq).WithCancellation(stop))
        {
            if (entry.Seq != commit.Seq) { Stray(entry); continue; }
            if (entry.Ordinal != leaves.Count) Say("entry.missing", $"Entry {commit.Seq}.{leaves.Count} is missing; the next one there is {entry.Ordinal}.");
            _entries++;
            leaves.Add(CommitChain.Leaf(entry));
            if (entry.Content is null || entry.Salt is null || !Same(Entry.Digest(entry.Salt, entry.Content), entry.Digest))
                Say("entry.content", $"Entry {entry.Seq}.{entry.Ordinal} (record {entry.Record}, version {entry.Version}) was changed or emptied.");
        }

        if (leaves.Count != commit.Entries) Say("entry.missing", $"Commit {commit.Seq} has {leaves.Count} entries and states {commit.Entries}.");
        if (!Same(CommitChain.MerkleRoot(leaves), commit.Root)) Say("commit.digest", $"The entries of commit {commit.Seq} do not give its root.");
    }

    private void Check(Folded fold)
    {
        var document = store.Table(typeof(DocumentRow)).Name;
        if (fold.Newest is not null) _records++;
        if (fold.Missing.Concat(fold.Extra).Any(r => r.Table == document)) Say("document.differs", $"The document of record {fold.Record} is not what its newest entry says.");
        foreach (var row in fold.Missing.Where(r => r.Table != document)) Say("row.differs", $"Table {row.Table}, record {fold.Record}: the row {row.Text} is missing or was changed.");
        foreach (var row in fold.Extra.Where(r => r.Table != document)) Say("row.stray", $"Table {row.Table}, record {fold.Record}: the row {row.Text} follows from no entry.");
        if (fold.Newest is null) return;
        _digests.UnionWith(NamedFiles.Of(fold.Newest));
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

    private static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);
}
