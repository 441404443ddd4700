using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>Makes a register of a backup, in an empty place: all of it or nothing, and verified before anybody sees it.</summary>
public sealed class RestoreBackup(StorePlace place)
{
    /// <returns>
    /// Refusals <c>restore.not-empty</c>, <c>restore.under-way</c>, <c>restore.faulty</c>, <c>backup.not-found</c>, <c>backup.no-backup</c>, <c>backup.sealed</c>, <c>backup.not-sealed</c>,
    /// <c>backup.wrong-passphrase</c>, <c>backup.cut</c>, <c>backup.damaged</c>, <c>backup.newer</c>, <c>storage.*</c>; the place is then as it was.
    /// </returns>
    public async Task<Outcome<BackupSummary>> RunAsync(string file, byte[]? passphrase, IProgress<BackupProgress>? progress = null, CancellationToken stop = default)
    {
        try
        {
            // The head alone, before anything is made: a mistyped passphrase costs nothing.
            await BackupFile.ReadAsync(file, passphrase, _ => throw new Opened());
        }
        catch (Opened)
        {
            // It is a backup, and this is its passphrase.
        }
        catch (Refused refused)
        {
            return refused.Refusal;
        }

        return await ReadAsync(file, passphrase, progress, stop);
    }

    private async Task<Outcome<BackupSummary>> ReadAsync(string file, byte[]? passphrase, IProgress<BackupProgress>? progress, CancellationToken stop)
    {
        try
        {
            await using var taken = await RestorePlace.TakeAsync(place, stop);
            try
            {
                var summary = await FillAsync(taken.Hidden, file, passphrase, progress, stop);
                await taken.ShowAsync(stop);
                return summary;
            }
            catch
            {
                await taken.GiveUpAsync();
                throw;
            }
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
        {
            return refusal;
        }
    }

    private static async Task<BackupSummary> FillAsync(StorePlace hidden, string file, byte[]? passphrase, IProgress<BackupProgress>? progress, CancellationToken stop)
    {
        if (!(await Store.OpenAsync(hidden, stop)).TryGet(out var store, out var refusal)) throw new Refused(refusal);
        await using var open = store;
        var reading = new ReadBackup(store, Into(store, stop), progress);
        await BackupFile.ReadAsync(file, passphrase, tar => reading.RunAsync(tar, stop));
        var rebuilt = await new Rebuilder(store).RunAsync(progress is null ? null : new Records(progress), stop);
        if (!rebuilt.Done) throw new Refused(rebuilt.Refusal!);
        await VerifyAsync(store, reading.Summary, stop);
        return reading.Summary;
    }

    private static BackupParts Into(Store store, CancellationToken stop) => new(
        async commits =>
        {
            await using var writer = await store.Writers.BeginAsync(stop);
            foreach (var each in commits) await writer.InsertAsync(each.Commit, stop);
            await writer.CopyAsync(store.Table(typeof(EntryRow)), [.. commits.SelectMany(c => c.Entries)], stop);
            await writer.FinishAsync(stop);
        },
        async (table, rows) =>
        {
            await using var writer = await store.Writers.BeginAsync(stop);
            foreach (var row in rows) await writer.InsertAsync(table, row, stop);
            await writer.FinishAsync(stop);
        },
        async bytes =>
        {
            var put = await store.Files.PutAsync(bytes, stop);
            if (!put.Done) throw new Refused(put.Refusal!);
        });

    /// <summary>Files that the register had lost before it was backed up are known; anything else must hold.</summary>
    private static async Task VerifyAsync(Store store, BackupSummary summary, CancellationToken stop)
    {
        var found = await new Verifier(store).RunAsync(summary.Commits == 0 ? null : summary.Head, stop);
        var fault = found.Faults.FirstOrDefault(f => f.Code is not ("file.missing" or "entry.purged") || (f.Code == "file.missing" && !summary.Missing.Any(f.What.Contains)));
        if (fault is not null) throw new Refused(BackupRefusals.Faulty($"{fault.What} ({fault.Code})"));
    }

    private sealed class Records(IProgress<BackupProgress> progress) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new("records", value));
    }

    private sealed class Opened : Exception;
}
