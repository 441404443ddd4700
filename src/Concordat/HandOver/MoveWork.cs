using Concordat.Names;
using Concordat.Reading.Dates;
using Concordat.Records;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.HandOver;

/// <summary>Moves all of one desk officer's work to another.</summary>
public sealed class MoveWork(Store store, Journal journal, ChangeMany many, TimeProvider clock)
{
    /// <summary>Every record that names the one names the other, as desk officer and as deputy, in one commit; the history of each says why. Whom the giver was to stand in for the taker stands in for.</summary>
    /// <param name="batch">As of <see cref="Deed.Batch"/>.</param>
    /// <returns>How many records moved; refusals <c>handover.nobody</c>, <c>handover.same</c>, <c>handover.nothing</c>, <c>handover.too-many</c>, <c>value.too-long</c> and those of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<int>> RunAsync(Actor by, string? from, string? to, string? reason, string? batch = null, CancellationToken stop = default)
    {
        var (giver, taker) = (Clip.Line(from ?? ""), Clip.Line(to ?? ""));
        if (giver.Length == 0 || taker.Length == 0) return new Refusal("handover.nobody", "Name both: whose work it is, and who takes it over.");
        if (giver == taker) return new Refusal("handover.same", $"{giver} has this work already. Name somebody else.");
        await using var db = store.Read(Reader.Local);
        var records = await db.Headlines.Where(h => h.DeskOfficer == giver || h.Deputy == giver).Select(h => h.Record).Take(GatherWork.Most + 1).ToListAsync(stop);
        if (records.Count == 0) return new Refusal("handover.nothing", $"No record names {giver} as desk officer or deputy; the name must be written as the records have it.");
        if (records.Count > GatherWork.Most) return new Refusal("handover.too-many", $"{giver} has more than {GatherWork.Most} records. Set their desk officer in the lists, a part at a time.");
        var why = string.IsNullOrWhiteSpace(reason) ? $"Handed over from {giver} to {taker}" : reason.Trim();
        var moved = await many.ApplyAsync(by, records, why, d => [.. Changes(d, giver, taker)], batch, stop);
        if (moved.Done) await StandInAsync(db, by, giver, taker, stop);
        return moved;
    }

    private static IEnumerable<Change> Changes(Document document, string giver, string taker)
    {
        var (officer, deputy) = (Clip.Name(document.TextAt("deskOfficer")), Clip.Name(document.TextAt("deputy")));
        if (officer == giver) yield return new Set("deskOfficer", taker);
        // Nobody is their own deputy.
        var heir = (officer == giver ? taker : officer) == taker ? null : taker;
        if (deputy == giver) yield return new Set("deputy", heir);
        else if (deputy == taker && officer == giver) yield return new Set("deputy", null);
    }

    private async Task StandInAsync(ReadDb db, Actor by, string giver, string taker, CancellationToken stop)
    {
        var today = DayNumber.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        foreach (var absence in await db.Absences.Where(a => a.Deputy == giver && a.Last >= today && a.Officer != taker).ToListAsync(stop)) await journal.KeepAsync(by, absence with { Deputy = taker });
    }
}
