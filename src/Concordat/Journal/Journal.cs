using System.Data.Common;
using Concordat.Storage;

namespace Concordat;

/// <summary>The one way in which the register changes.</summary>
public sealed class Journal(Store store, TimeProvider clock)
{
    private const int Tries = 8;
    private readonly Writers _writers = new(store);

    /// <summary>Saves a deed: entries, documents and projections in one transaction, acknowledged only when it is on disk.</summary>
    /// <returns>
    /// Refusals <c>record.changed-meanwhile</c>, <c>record.not-found</c>, <c>record.exists</c>, <c>record.reason-needed</c>, <c>record.value-missing</c>,
    /// <c>record.value-too-long</c>, <c>record.wrong-shape</c>, <c>claim.not-found</c>, and <c>storage.*</c>; then nothing was changed.
    /// </returns>
    public async Task<Outcome<Saved>> SaveAsync(Deed deed, CancellationToken stop = default)
    {
        var stamp = new Stamp(deed.By, Json.Cut(clock.GetUtcNow()), deed.Reason?.Trim());
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(deed, stamp, stop);
            }
            catch (MetAnother) when (attempt < Tries)
            {
                // Another writer was first: decide again on what it left.
            }
            catch (DbException error) when (attempt < Tries && error.SqlState is "40001" or "40P01" or "23505")
            {
            }
            catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
            {
                return refusal;
            }
        }
    }

    private async Task<Outcome<Saved>> TryAsync(Deed deed, Stamp stamp, CancellationToken stop)
    {
        await using var writer = await _writers.BeginAsync(stop);
        if (deed.Batch is not null && await writer.HasBatchAsync(deed.Batch, stop)) return new Saved(0, []);
        var held = await writer.DocumentsAsync([.. deed.Edits.Select(e => e.Record)], stop);
        var decided = await Decide.AllAsync(deed, stamp, held, writer, stop);
        if (!decided.TryGet(out var next, out var refusal)) return refusal;
        var changed = next.Where(n => n.Entry is not null).ToList();
        foreach (var row in deed.Workshop) await writer.PutAsync(row, stop);
        foreach (var (old, entry, document) in changed) await writer.WriteAsync(old, document, stop);
        var seq = changed.Count == 0 ? 0 : await writer.CommitAsync(changed.ConvertAll(c => c.Entry!), stamp, deed.Batch, stop);
        await writer.FinishAsync(stop);
        return new Saved(seq, [.. next.Select(n => n.Next)]);
    }

    /// <summary>Undoes one version of a record by a new entry; the journal keeps both.</summary>
    /// <returns>Refusals <c>entry.rested-on</c>, <c>entry.nothing-to-undo</c>, <c>record.referenced</c>, and those of <see cref="SaveAsync"/>.</returns>
    public async Task<Outcome<Saved>> UndoAsync(Actor by, Guid record, int version, string? reason = null, CancellationToken stop = default)
    {
        await using var db = store.Read(Reader.Local);
        var planned = await Undo.PlanAsync(db, record, version, stop);
        return planned.TryGet(out var edit, out var refusal)
            ? await SaveAsync(new Deed(by, [edit]) { Reason = reason ?? $"Undo of version {version}", Undoes = version }, stop)
            : refusal;
    }

    /// <summary>Writes workshop rows alone: they are no part of the record and have no entry.</summary>
    /// <returns>Refusals <c>storage.*</c>.</returns>
    public Task<Outcome<Saved>> KeepAsync(Actor by, params IEnumerable<object> workshop) => SaveAsync(new Deed(by, []) { Workshop = [.. workshop] });
}

/// <summary>Thrown inside a save when another writer changed a record first; the save is decided again.</summary>
internal sealed class MetAnother : Exception;

/// <summary>One record of a deed: what stood, what is to be written, what it becomes.</summary>
internal sealed record Step(Document? Old, Entry? Entry, Document Next);
