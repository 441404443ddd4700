using System.Security.Cryptography;

namespace Concordat.Storage;

/// <summary>Bytes by their SHA-256: written once, flushed to disk before anything refers to them, never changed.</summary>
public sealed class FileStore(string folder)
{
    private static int _drafts;

    private string PathOf(string digest) => Path.Combine(folder, digest[..2], digest);

    /// <summary>Stores bytes; the same bytes again cost a look, and mend a stored file that was damaged.</summary>
    /// <returns>The digest in lower-case hex; refusals <c>storage.full</c>, <c>storage.read-only</c>, <c>storage.disk-fault</c> with nothing left behind.</returns>
    public async Task<Outcome<string>> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(digest);
        // Name of its own: the same bytes may come in twice at once, and from two processes.
        var draft = Path.Combine(folder, ".drafts", $"{digest[..16]}.{Environment.ProcessId}.{Interlocked.Increment(ref _drafts)}");
        try
        {
            if (await HoldsAsync(path, bytes.Length, digest, stop)) return digest;
            await WriteAsync(draft, bytes, stop);
            Folders.Make(Path.GetDirectoryName(path)!);
            File.Move(draft, path, overwrite: true);
            Folders.Flush(Path.GetDirectoryName(path)!);
            return digest;
        }
        catch (Exception error)
        {
            TryDelete(draft);
            if (error is (IOException or UnauthorizedAccessException) && StoreRefusals.From(error) is { } refusal) return refusal;
            throw;
        }
    }

    private static async Task<bool> HoldsAsync(string path, int length, string digest, CancellationToken stop)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != length) return false;
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)) == digest;
    }

    private static async Task WriteAsync(string draft, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
        await using var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None);
        await file.WriteAsync(bytes, stop);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The bytes, or null when they are not there.</summary>
    public async Task<byte[]?> GetAsync(string digest, CancellationToken stop = default) =>
        IsDigest(digest) && File.Exists(PathOf(digest)) ? await File.ReadAllBytesAsync(PathOf(digest), stop) : null;

    /// <summary>A stream over the bytes, or null when they are not there.</summary>
    public Stream? Open(string digest) => IsDigest(digest) && File.Exists(PathOf(digest)) ? File.OpenRead(PathOf(digest)) : null;

    /// <summary>Digests of all files there are, in order; a file that comes in meanwhile may be left out.</summary>
    public IEnumerable<string> All() => !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!).Where(d => d.Length == 2)
        .Order(StringComparer.Ordinal).SelectMany(d => Directory.EnumerateFiles(Path.Combine(folder, d)).Select(f => Path.GetFileName(f)!).Where(IsDigest).Order(StringComparer.Ordinal));

    /// <summary>Removes drafts that a killed process left a day ago or earlier.</summary>
    internal void Tidy(DateTimeOffset now)
    {
        var drafts = new DirectoryInfo(Path.Combine(folder, ".drafts"));
        if (!drafts.Exists) return;
        foreach (var draft in drafts.EnumerateFiles().Where(d => now.UtcDateTime - d.LastWriteTimeUtc > TimeSpan.FromDays(1))) TryDelete(draft.FullName);
    }

    private static bool IsDigest(string text) => text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The draft has a name of its own; nothing refers to it.
        }
    }
}
