using System.IO.Compression;
using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>The layers of a backup file: a tar, compressed by gzip, encrypted where a passphrase is given.</summary>
internal static class BackupFile
{
    /// <summary>Makes the file beside its final name, for its owner alone, writes it by <paramref name="write"/>, and puts it on disk.</summary>
    public static async Task WriteAsync(string draft, byte[]? passphrase, Func<Stream, Task> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(draft, options);
        await using var sealing = passphrase is null ? null : new SealingStream(file, passphrase);
        await using (var packed = new GZipStream(sealing ?? (Stream)file, CompressionLevel.Optimal, leaveOpen: true)) await write(packed);
        sealing?.Finish();
        file.Flush(flushToDisk: true);
        Folders.Forget(file.SafeFileHandle);
    }

    /// <summary>Opens a file and gives its tar to <paramref name="read"/>; what is wrong with it comes out as a <see cref="Refused"/>.</summary>
    /// <exception cref="Refused"><c>backup.not-found</c>, <c>backup.no-backup</c>, <c>backup.sealed</c>, <c>backup.not-sealed</c>, <c>backup.wrong-passphrase</c>, <c>backup.cut</c>, <c>backup.damaged</c>, and those of <paramref name="read"/>.</exception>
    public static async Task ReadAsync(string path, byte[]? passphrase, Func<Stream, Task> read)
    {
        await using var file = Open(path);
        var key = KeyOf(file, passphrase);
        await using var opening = key is null ? null : new OpeningStream(file, key);
        await using var packed = new EndNotingStream(opening ?? (Stream)file);
        await using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        await using var unpacked = new EndNotingStream(unpacking);
        try
        {
            await read(unpacked);
            await unpacked.CopyToAsync(Stream.Null);
            // The framework does not miss the trailer of a gzip, which holds its length: RFC 1952, section 2.3.1.
            if ((uint)unpacked.Given != packed.Last) throw new Refused(BackupRefusals.Cut);
        }
        catch (Exception error) when (error is not (OperationCanceledException or Refused) && StoreRefusals.From(error) is null && IsOfTheFile(error))
        {
            throw new Refused(packed.AskedBeyondTheEnd ? BackupRefusals.Cut : BackupRefusals.Damaged("what it holds cannot be unpacked or read"));
        }
    }

    private static bool IsOfTheFile(Exception error) => error is InvalidDataException or IOException or FormatException or System.Text.Json.JsonException
        or InvalidOperationException or KeyNotFoundException or ArgumentException or NullReferenceException or OverflowException;

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read, BufferSize = 1 << 16, Options = FileOptions.SequentialScan });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Refused(BackupRefusals.NotFound(path));
        }
    }

    /// <summary>Null for a file that is not encrypted; the file stands where the next layer begins.</summary>
    private static byte[]? KeyOf(FileStream file, byte[]? passphrase)
    {
        var head = new byte[Sealing.HeadBytes];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (Sealing.Begins(head.AsSpan(0, length)))
        {
            if (length < head.Length) throw new Refused(BackupRefusals.Cut);
            if (passphrase is null) throw new Refused(BackupRefusals.Sealed);
            return Sealing.KeyOf(head, passphrase).TryGet(out var key, out var wrong) ? key : throw new Refused(wrong);
        }

        if (length == 0) throw new Refused(BackupRefusals.Cut);
        if (head is not [0x1f, 0x8b, ..]) throw new Refused(BackupRefusals.NoBackup);
        if (passphrase is not null) throw new Refused(BackupRefusals.NotSealed);
        file.Position = 0;
        return null;
    }
}
