using Concordat.Names;
using Concordat.Records;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.HandOver;

/// <summary>Moves all of one desk officer's work to another.</summary>
public sealed class MoveWork(Store store, ChangeMany many)
{
    /// <summary>Every record that names the one names the other, in one commit; the history of each says why.</summary>
    /// <param name="batch">As of <see cref="Deed.Batch"/>.</param>
    /// <returns>How many records moved; refusals <c>handover.nobody</c>, <c>handover.same</c>, <c>handover.nothing</c>, <c>handover.too-many</c>, <c>value.too-long</c> and those of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<int>> RunAsync(Actor by, string? from, string? to, string? reason, string? batch = null, CancellationToken stop = default)
    {
        var (giver, taker) = (Clip.Line(from ?? ""), Clip.Line(to ?? ""));
        if (giver.Length == 0 || taker.Length == 0) return new Refusal("handover.nobody", "Name both: whose work it is, and who takes it over.");
        if (giver == taker) return new Refusal("handover.same", $"{giver} has this work already. Name somebody else.");
        await using var db = store.Read(Reader.Local);
        var records = await db.Headlines.Where(h => h.DeskOfficer == giver).Select(h => h.Record).Take(GatherWork.Most + 1).ToListAsync(stop);
        if (records.Count == 0) return new Refusal("handover.nothing", $"No record names {giver} as desk officer; the name must be written as the records have it.");
        if (records.Count > GatherWork.Most) return new Refusal("handover.too-many", $"{giver} has more than {GatherWork.Most} records. Set their desk officer in the lists, a part at a time.");
        var why = string.IsNullOrWhiteSpace(reason) ? $"Handed over from {giver} to {taker}" : reason.Trim();
        return await many.ApplyAsync(by, records, why, _ => [new Set("deskOfficer", taker)], batch, stop);
    }
}
