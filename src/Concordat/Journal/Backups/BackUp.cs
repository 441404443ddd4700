using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>Writes all that cannot be computed anew into one file while others go on saving: every commit up to one, the workshop tables, the stored files.</summary>
/// <remarks>The database is read in one unchanging view; a stored file is there before anything names it and is never changed, so copying files afterwards misses none.</remarks>
public sealed class BackUp(Store store, TimeProvider clock)
{
    /// <summary>Writes beside the name, puts it on disk, reads it back and checks the chain and every digest, and only then gives it its name.</summary>
    /// <param name="passphrase">Encrypts with it; null leaves it readable. At least 12 bytes.</param>
    /// <param name="program">Which version this is, for whoever restores.</param>
    /// <returns>Refusals <c>backup.exists</c>, <c>backup.not-writable</c>, <c>backup.short-passphrase</c>, <c>backup.register-damaged</c>, <c>backup.damaged</c>, <c>storage.*</c>; nothing is left behind.</returns>
    public async Task<Outcome<BackupSummary>> RunAsync(string file, byte[]? passphrase, string program, IProgress<BackupProgress>? progress = null, CancellationToken stop = default)
    {
        if (passphrase is { Length: < 12 }) return BackupRefusals.ShortPassphrase;
        file = Path.GetFullPath(file);
        if (Path.Exists(file)) return BackupRefusals.Exists(file);
        var draft = $"{file}.{Environment.ProcessId}.draft";
        try
        {
            using (var writing = new WriteBackup(store, clock.GetUtcNow())) await BackupFile.WriteAsync(draft, passphrase, to => writing.RunAsync(to, program, progress, stop));
            var reading = new ReadBackup(store, BackupParts.Ignored, null);
            await BackupFile.ReadAsync(draft, passphrase, tar => reading.RunAsync(tar, stop));
            File.Move(draft, file, overwrite: false);
            Folders.Flush(Path.GetDirectoryName(file)!);
            return reading.Summary;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal && error is not UnauthorizedAccessException)
        {
            return refusal;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Path.Exists(file) ? BackupRefusals.Exists(file) : BackupRefusals.NotWritable(file, error.Message);
        }
        finally
        {
            if (File.Exists(draft)) File.Delete(draft);
        }
    }
}
