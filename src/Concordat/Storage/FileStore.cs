using System.Security.Cryptography;

namespace Concordat.Storage;

/// <summary>Bytes by their SHA-256: written once, flushed to disk before anything refers to them, never changed.</summary>
public sealed class FileStore(string folder)
{
    private string PathOf(string digest) => Path.Combine(folder, digest[..2], digest);

    /// <summary>Stores bytes; the same bytes again cost nothing.</summary>
    /// <returns>The digest in lower-case hex; refusal <c>storage.full</c> with nothing left behind.</returns>
    public async Task<Outcome<string>> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(digest);
        if (File.Exists(path) && new FileInfo(path).Length == bytes.Length) return digest;
        var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(bytes, stop);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            return digest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && StoreRefusals.From(error) is { } refusal)
        {
            TryDelete(draft);
            return refusal;
        }
    }

    /// <summary>The bytes, or null when they are not there.</summary>
    public async Task<byte[]?> GetAsync(string digest, CancellationToken stop = default) =>
        IsDigest(digest) && File.Exists(PathOf(digest)) ? await File.ReadAllBytesAsync(PathOf(digest), stop) : null;

    /// <summary>A stream over the bytes, or null when they are not there.</summary>
    public Stream? Open(string digest) => IsDigest(digest) && File.Exists(PathOf(digest)) ? File.OpenRead(PathOf(digest)) : null;

    private static bool IsDigest(string text) => text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // The draft has a name of its own; nothing refers to it.
        }
    }
}
