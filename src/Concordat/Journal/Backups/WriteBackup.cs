using System.Collections.Immutable;
using System.Data.Common;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>Writes one backup as a tar, member by member; holds no more than one part in memory, and 32 bytes for each file that records name.</summary>
internal sealed class WriteBackup(Store store, DateTimeOffset at) : IDisposable
{
    private const int PartBytes = 4 << 20;
    private readonly System.Collections.Generic.HashSet<(UInt128, UInt128)> _named = [];
    private readonly MemoryStream _part = new();
    private long _commits, _entries, _rows, _files;
    private int _parts;

    public async Task RunAsync(Stream to, string program, IProgress<BackupProgress>? progress, CancellationToken stop)
    {
        await using var tar = new TarWriter(to, TarEntryFormat.Ustar, leaveOpen: true);
        await using (var connection = await store.ConnectAsync(stop))
        {
            await using var view = await Store.SnapshotAsync(connection, stop);
            await BeginAsync(tar, connection, program, stop);
            await CommitsAsync(tar, connection, progress, stop);
            foreach (var table in WorkshopRows.Tables(store)) await WorkshopAsync(tar, connection, table, stop);
            await foreach (var row in Rows.ReadAsync(connection, "SELECT content FROM document", stop))
                foreach (var digest in NamedFiles.Of(Document.Parse(Rows.Bytes(row[0])))) _named.Add(Short(digest));
        }

        await FilesAsync(tar, progress, stop);
        var missing = _named.Take(1000).Select(Long).Order(StringComparer.Ordinal).ToImmutableArray();
        await DescribeAsync(tar, BackupEnd.Member, new BackupEnd(_commits, _entries, _rows, _files, missing), stop);
    }

    private async Task BeginAsync(TarWriter tar, DbConnection connection, string program, CancellationToken stop)
    {
        var (seq, digest) = (0L, CommitChain.Origin);
        await foreach (var row in Rows.ReadAsync(connection, "SELECT seq, digest FROM \"commit\" ORDER BY seq DESC LIMIT 1", stop)) (seq, digest) = (Rows.Number(row[0]), Rows.Bytes(row[1]));
        var kinds = Kinds.All.ToImmutableSortedDictionary(k => k.Name, k => k.Schema, StringComparer.Ordinal);
        var tables = WorkshopRows.Tables(store).Select(t => t.Name).ToImmutableArray();
        await DescribeAsync(tar, BackupHead.Member, new BackupHead(BackupHead.Newest, program, Json.Time(Json.Cut(at)), seq, Convert.ToHexStringLower(digest), kinds, tables), stop);
    }

    private async Task CommitsAsync(TarWriter tar, DbConnection connection, IProgress<BackupProgress>? progress, CancellationToken stop)
    {
        var chain = new ChainWalk();
        await using var entries = await EntryDigests.OpenAsync(connection, store, stop);
        await foreach (var row in Rows.ReadAsync(connection, CommitChain.Select, stop))
        {
            var commit = CommitChain.Row(row);
            var next = new Committed(commit, await entries.UpToAsync(commit.Seq).ToListAsync(stop));
            if (chain.Follow(next) is { } wrong) throw new Refused(BackupRefusals.RegisterDamaged(wrong));
            next.Write(_part);
            (_commits, _entries) = (_commits + 1, _entries + next.Entries.Count);
            if (_part.Length < PartBytes) continue;
            await SendAsync(tar, "journal", stop);
            progress?.Report(new("commits", _commits));
        }

        await foreach (var stray in entries.RestAsync().WithCancellation(stop)) throw new Refused(BackupRefusals.RegisterDamaged($"Entry {stray.Seq}.{stray.Ordinal} belongs to no commit."));
        await SendAsync(tar, "journal", stop);
    }

    private async Task WorkshopAsync(TarWriter tar, DbConnection connection, RowTable table, CancellationToken stop)
    {
        await foreach (var row in WorkshopRows.ReadAsync(connection, table, stop))
        {
            WorkshopRows.Write(_part, table, row);
            _rows++;
            if (_part.Length >= PartBytes) await SendAsync(tar, "workshop/" + table.Name, stop);
        }

        await SendAsync(tar, "workshop/" + table.Name, stop);
    }

    private async Task FilesAsync(TarWriter tar, IProgress<BackupProgress>? progress, CancellationToken stop)
    {
        foreach (var digest in store.Files.All())
        {
            await using var file = store.Files.Open(digest);
            // One that was purged meanwhile, or that the disk lost, is missed below if anything names it.
            if (file is null || Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)) != digest) continue;
            file.Position = 0;
            await AddAsync(tar, $"files/{digest[..2]}/{digest}", file, stop);
            _named.Remove(Short(digest));
            if (++_files % 100 == 0) progress?.Report(new("files", _files));
        }
    }

    /// <summary>Writes what was gathered as the next member of a folder.</summary>
    private async Task SendAsync(TarWriter tar, string folder, CancellationToken stop)
    {
        if (_part.Length == 0) return;
        _part.Position = 0;
        await AddAsync(tar, $"{folder}/{++_parts:D8}.jsonl", _part, stop);
        _part.SetLength(0);
    }

    private Task DescribeAsync<T>(TarWriter tar, string name, T value, CancellationToken stop) => AddAsync(tar, name, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, Json.Options)), stop);

    private Task AddAsync(TarWriter tar, string name, Stream content, CancellationToken stop) =>
        tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = at, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, stop);

    private static (UInt128, UInt128) Short(string digest) => digest.Length == 64 && UInt128.TryParse(digest.AsSpan(0, 32), System.Globalization.NumberStyles.HexNumber, null, out var high)
        && UInt128.TryParse(digest.AsSpan(32), System.Globalization.NumberStyles.HexNumber, null, out var low) ? (high, low) : default;

    private static string Long((UInt128 High, UInt128 Low) digest) => $"{digest.High:x32}{digest.Low:x32}";

    public void Dispose() => _part.Dispose();
}
