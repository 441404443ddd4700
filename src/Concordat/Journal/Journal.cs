using System.Data.Common;
using Concordat.Storage;
using Npgsql;

namespace Concordat;

/// <summary>The one way in which the register changes.</summary>
public sealed class Journal(Store store, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>Saves a deed: entries, documents and projections in one transaction, acknowledged only when it is on disk.</summary>
    /// <returns>
    /// Refusals <c>record.changed-meanwhile</c>, <c>record.not-found</c>, <c>record.exists</c>, <c>record.reason-needed</c>, <c>record.value-missing</c>,
    /// <c>record.value-too-long</c>, <c>record.wrong-shape</c>, <c>claim.not-found</c>, and <c>storage.*</c>; then nothing was changed.
    /// </returns>
    public async Task<Outcome<Saved>> SaveAsync(Deed deed, CancellationToken stop = default)
    {
        if (deed.Reason is { } words && !CheckShape.CanBeStored(words)) return JournalRefusals.WrongShape("reason", "it holds characters that cannot be stored.");
        var stamp = new Stamp(deed.By, Json.Cut(clock.GetUtcNow()), deed.Reason?.Trim());
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(deed, stamp, stop);
            }
            catch (Exception error) when (attempt < Tries && LostRace(error))
            {
                // Another writer was first: decide again on what it left.
            }
            catch (AnswerLost lost)
            {
                return await AfterwardsAsync(lost, stop);
            }
            catch (Exception error) when (error is MetAnother || StoreRefusals.From(error) is not null)
            {
                return StoreRefusals.From(error) ?? StoreRefusals.Busy;
            }
        }
    }

    private static bool LostRace(Exception error) => error is MetAnother or DbException { SqlState: "40001" or "40P01" or "23505" };

    /// <summary>Finds out what became of a commit whose acknowledgement did not arrive.</summary>
    private async Task<Outcome<Saved>> AfterwardsAsync(AnswerLost lost, CancellationToken stop)
    {
        try
        {
            return await store.Writers.CameThroughAsync(lost.Commit, stop) ? lost.Saved : StoreRefusals.From(lost.InnerException!)!;
        }
        catch (Exception error) when (StoreRefusals.From(error) is not null)
        {
            return StoreRefusals.Uncertain;
        }
    }

    private async Task<Outcome<Saved>> TryAsync(Deed deed, Stamp stamp, CancellationToken stop)
    {
        await using var writer = await store.Writers.BeginAsync(stop);
        if (deed.Batch is not null && await writer.BatchAsync(deed.Batch, stop) is not null) return new Saved(0, []);
        var held = await writer.HoldAsync([.. deed.Edits.Select(e => e.Record).Distinct()], deed.Withdraws, stop);
        var decided = await Decide.AllAsync(deed, stamp, held, writer, stop);
        if (!decided.TryGet(out var next, out var refusal)) return refusal;
        var changed = next.Where(n => n.Entry is not null).ToList();
        foreach (var row in deed.Workshop) await writer.PutAsync(row, stop);
        var redirects = await writer.RedirectsAsync(changed.SelectMany(c => new[] { c.Old, c.Next }).OfType<Document>(), stop);
        foreach (var (old, _, document) in changed) await writer.WriteAsync(old, document, redirects, stop);
        foreach (var (old, _, document) in changed.Where(c => c.Old?.MergedInto != c.Next.MergedInto)) await writer.LeadAsync(old, document, stop);
        var commit = changed.Count == 0 ? null : await writer.CommitAsync(changed.ConvertAll(c => c.Entry!), stamp, deed.Batch, stop);
        return await FinishAsync(writer, commit, new Saved(commit?.Seq ?? 0, [.. next.Select(n => n.Next)]), stop);
    }

    private static async Task<Saved> FinishAsync(Writer writer, CommitRow? commit, Saved saved, CancellationToken stop)
    {
        try
        {
            await writer.FinishAsync(stop);
            return saved;
        }
        catch (NpgsqlException error) when (commit is not null && !LostRace(error) && StoreRefusals.From(error)?.Code == "storage.unreachable")
        {
            throw new AnswerLost(commit, saved, error);
        }
    }

    /// <summary>Undoes one version of a record by a new entry; the journal keeps both.</summary>
    /// <param name="batch">As of <see cref="Deed.Batch"/>: an undoing of that name is done once.</param>
    /// <returns>Refusals <c>entry.rested-on</c>, <c>entry.nothing-to-undo</c>, <c>record.referenced</c>, and those of <see cref="SaveAsync"/>.</returns>
    public async Task<Outcome<Saved>> UndoAsync(Actor by, Guid record, int version, string? reason = null, string? batch = null, CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var saved = await UndoOnceAsync(by, record, version, reason ?? $"Undo of version {version}", batch, stop);
            // Somebody changed the record after it was planned: plan again on what they left.
            if (saved.Refusal is not ChangedMeanwhile || attempt == Tries) return saved;
        }
    }

    private async Task<Outcome<Saved>> UndoOnceAsync(Actor by, Guid record, int version, string reason, string? batch, CancellationToken stop)
    {
        try
        {
            await using var db = store.Read(Reader.Local);
            var planned = await Undo.PlanAsync(db, record, version, stop);
            return planned.TryGet(out var edit, out var refusal) ? await SaveAsync(new Deed(by, [edit]) { Reason = reason, Undoes = version, Batch = batch }, stop) : refusal;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Makes many records, a commit for each batch of at most 1,000: the bulk door.</summary>
    /// <param name="file">Digest of what is imported; with the batch's number it makes a repeat or a resumption write only what is missing.</param>
    /// <param name="creates">In the same order each time, with the same ids if they refer to each other; only to earlier ones.</param>
    /// <param name="progress">Told after each batch how many records of the file are saved.</param>
    /// <returns>A <see cref="BulkRefused"/> naming the record, with <c>bulk.creates-only</c> or a code of <see cref="SaveAsync"/>; earlier batches are saved.</returns>
    public async Task<Outcome<BulkSaved>> BulkAsync(Actor by, string file, IAsyncEnumerable<Edit> creates, string? reason = null, IProgress<long>? progress = null, CancellationToken stop = default)
    {
        try
        {
            return await new Bulk(store, clock, by, file, reason?.Trim()).RunAsync(creates, progress, stop);
        }
        catch (Exception error) when (error is MetAnother || StoreRefusals.From(error) is not null)
        {
            return StoreRefusals.From(error) ?? StoreRefusals.Busy;
        }
    }

    /// <summary>Writes workshop rows alone: they are no part of the record and have no entry.</summary>
    /// <returns>Refusals <c>storage.*</c>.</returns>
    public Task<Outcome<Saved>> KeepAsync(Actor by, params IEnumerable<object> workshop) => SaveAsync(new Deed(by, []) { Workshop = [.. workshop] });
}

/// <summary>Thrown inside a save when another writer changed a record first; the save is decided again.</summary>
internal sealed class MetAnother : Exception;

/// <summary>Thrown when the connection broke while a commit was being acknowledged.</summary>
internal sealed class AnswerLost(CommitRow commit, Saved saved, Exception inner) : Exception(inner.Message, inner)
{
    public CommitRow Commit { get; } = commit;
    public Saved Saved { get; } = saved;
}
