using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.HandOver;

/// <summary>Gathers what a desk officer answers for.</summary>
public static class GatherWork
{
    /// <summary>Records of one officer that are gathered; one who has more hands over in several turns.</summary>
    public const int Most = 2000;

    /// <summary>Everyone whom records name, by name. One statement.</summary>
    public static async Task<ImmutableArray<Officer>> OfficersAsync(ReadDb db, CancellationToken stop = default) =>
        [.. (await db.Headlines.Where(h => h.DeskOfficer != null).GroupBy(h => h.DeskOfficer!).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(stop)).Select(o => new Officer(o.Key, o.Count))];

    /// <summary>Five statements, however much there is.</summary>
    public static async Task<Work> OfAsync(ReadDb db, string officer, long today, CancellationToken stop = default)
    {
        var heads = await db.Headlines.Where(h => h.DeskOfficer == officer).OrderBy(h => h.SortKey).ThenBy(h => h.Record).Take(Most).ToListAsync(stop);
        var mine = db.Agreements.Where(a => a.DeskOfficer == officer);
        var rows = await mine.OrderBy(a => a.EndsLo ?? long.MaxValue).ThenBy(a => a.SortKey).ThenBy(a => a.Record).Take(Most).ToListAsync(stop);
        var partners = (await db.AgreementParties.Where(p => mine.Any(a => a.Record == p.Record)).Join(db.Headlines, p => p.Organisation, o => o.Record, (p, o) => new { p.Record, p.Ordinal, o.Title }).ToListAsync(stop))
            .OrderBy(p => p.Ordinal).ToLookup(p => p.Record, p => p.Title);
        var texts = (await db.Links.Where(l => l.Field == "texts/source" && mine.Any(a => a.Record == l.Record)).Join(db.Headlines, l => l.Target, s => s.Record, (l, s) => new { l.Record, s.Title }).ToListAsync(stop))
            .ToLookup(t => t.Record, t => t.Title);
        var disputed = (await db.Claims.Where(c => c.Standing == "rival" && db.Headlines.Any(h => h.Record == c.Record && h.DeskOfficer == officer)).Select(c => c.Record).Distinct().ToListAsync(stop)).ToHashSet();
        return new(
            officer, [.. rows.Select(r => Held(r, [.. partners[r.Record]], [.. texts[r.Record]], today))], [.. heads.Where(h => disputed.Contains(h.Record))],
            [.. heads.Where(h => h.Kind == "meeting").OrderByDescending(h => h.Record)], [.. heads.Where(h => h.Kind is not ("meeting" or AgreementKind.Name))]);
    }

    private static HeldAgreement Held(AgreementRow row, ImmutableArray<string> partners, ImmutableArray<string> originals, long today)
    {
        var (state, why) = AgreementStates.On(row, today);
        return new(row, state, why, partners, originals);
    }
}
