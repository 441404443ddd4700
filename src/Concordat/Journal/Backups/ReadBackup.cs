using System.Collections.Immutable;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>What is done with each part of a backup, once the part has proven whole.</summary>
internal sealed record BackupParts(Func<IReadOnlyList<Committed>, Task> Commits, Func<RowTable, IReadOnlyList<object?[]>, Task> Rows, Func<byte[], Task> File)
{
    /// <summary>For reading a backup through to see whether it holds.</summary>
    public static BackupParts Ignored { get; } = new(_ => Task.CompletedTask, (_, _) => Task.CompletedTask, _ => Task.CompletedTask);
}

/// <summary>Reads a backup from its start to its end and holds it against itself: the chain, every digest, every count.</summary>
internal sealed class ReadBackup(Store? store, BackupParts parts, IProgress<BackupProgress>? progress)
{
    /// <summary>No part is longer: the largest stored file, and the largest commit, are far below.</summary>
    private const long LongestPart = 1L << 30;
    private readonly ChainWalk _chain = new();
    private BackupHead? _head;
    private long _entries, _rows, _files, _bytes;

    /// <summary>Never null after reading.</summary>
    public BackupEnd? End { get; private set; }

    public BackupSummary Summary => new(_chain.Seq, _entries, _files, _bytes, Convert.ToHexStringLower(_chain.Head), End!.Missing);

    /// <exception cref="Refused">It does not hold; other exceptions when it cannot be read.</exception>
    public async Task RunAsync(Stream tar, CancellationToken stop)
    {
        await using var reader = new TarReader(tar, leaveOpen: true);
        while (await reader.GetNextEntryAsync(copyData: false, stop) is { } member)
        {
            if (End is not null) throw Wrong("something follows its end");
            if (member.Length > LongestPart) throw Wrong("a part is too long");
            var bytes = new byte[member.Length];
            if (member.DataStream is { } data) await data.ReadExactlyAsync(bytes, stop);
            await TakeAsync(member.Name.Split('/'), bytes);
        }

        if (_head is null) throw new Refused(BackupRefusals.NoBackup);
        if (End is null) throw new Refused(BackupRefusals.Cut);
        if (End.Commits != _chain.Seq || End.Entries != _entries || End.Rows != _rows || End.Files != _files) throw Wrong("it does not hold as much as it says");
        if (_head.Seq != _chain.Seq || _head.Head != Convert.ToHexStringLower(_chain.Head)) throw Wrong("its newest commit is not the one that it names");
    }

    private async Task TakeAsync(string[] name, byte[] bytes)
    {
        if (_head is null != (name is [BackupHead.Member])) throw new Refused(_head is null ? BackupRefusals.NoBackup : BackupRefusals.Damaged("it begins twice"));
        switch (name)
        {
            case [BackupHead.Member]: Begin(bytes); break;
            case ["journal", _]: await CommitsAsync(bytes); break;
            case ["workshop", var table, _]: await RowsAsync(table, bytes); break;
            case ["files", _, var digest]: await FileAsync(digest, bytes); break;
            case [BackupEnd.Member]: End = JsonSerializer.Deserialize<BackupEnd>(bytes, Json.Options); break;
            default: throw Wrong($"nobody knows what {string.Join('/', name)} is");
        }
    }

    private void Begin(byte[] bytes)
    {
        // The number first: what else a newer head says may not be readable.
        using (var json = JsonDocument.Parse(bytes))
            if (json.RootElement.GetProperty("format").GetInt32() is var format and > BackupHead.Newest) throw new Refused(BackupRefusals.Newer($"format {format}"));
        _head = JsonSerializer.Deserialize<BackupHead>(bytes, Json.Options)!;
        foreach (var (kind, schema) in _head.Kinds)
            if ((Kinds.Find(kind)?.Schema ?? 0) < schema) throw new Refused(BackupRefusals.Newer($"{_head.Program}; it knows {kind}, schema {schema}"));
        var known = Tables.Workshop.Select(TableName).ToList();
        if (_head.Tables.FirstOrDefault(t => !known.Contains(t)) is { } table) throw new Refused(BackupRefusals.Newer($"{_head.Program}; it knows the table {table}"));
    }

    private string TableName(Type row) => store!.Table(row).Name;

    private async Task CommitsAsync(byte[] bytes)
    {
        var commits = Committed.Parse(bytes).ToList();
        foreach (var commit in commits)
        {
            if (_chain.Follow(commit) is { } wrong) throw new Refused(BackupRefusals.Damaged(wrong.TrimEnd('.')));
            _entries += commit.Entries.Count;
        }

        await parts.Commits(commits);
        progress?.Report(new("commits", _chain.Seq));
    }

    private async Task RowsAsync(string name, byte[] bytes)
    {
        var table = WorkshopRows.Tables(store!).First(t => t.Name == name);
        var rows = Committed.Lines(bytes).Select(l => WorkshopRows.Parse(l, table)).ToList();
        _rows += rows.Count;
        await parts.Rows(table, rows);
    }

    private async Task FileAsync(string digest, byte[] bytes)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != digest) throw Wrong($"the file {digest} is not what it was");
        (_files, _bytes) = (_files + 1, _bytes + bytes.Length);
        await parts.File(bytes);
        if (_files % 100 == 0) progress?.Report(new("files", _files));
    }

    private static Refused Wrong(string why) => new(BackupRefusals.Damaged(why));
}

/// <summary>How far it is.</summary>
/// <param name="What">commits, files, records.</param>
public readonly record struct BackupProgress(string What, long Count);

/// <summary>What a backup holds.</summary>
/// <param name="Head">Digest of its newest commit, hex: <c>verify --expect</c> finds it again.</param>
/// <param name="FileBytes">Bytes of the stored files, unpacked.</param>
/// <param name="Missing">Stored files that records name and that the register had lost, or had damaged, before.</param>
public sealed record BackupSummary(long Commits, long Entries, long Files, long FileBytes, string Head, ImmutableArray<string> Missing);
