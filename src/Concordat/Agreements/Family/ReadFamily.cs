using System.Collections.Immutable;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Agreements.Family;

/// <summary>Reads the family of an agreement: a statement for each level, one for all lines, and two more where it stands under another.</summary>
public static class ReadFamily
{
    /// <summary>Agreements listed below one.</summary>
    public const int Most = 60;

    private const int Levels = 20;

    private sealed record Bond(Guid Below, Guid Above);

    /// <returns>Null for an agreement without relatives.</returns>
    public static async Task<FamilyTree?> RunAsync(ReadDb db, Guid agreement, long today, CancellationToken stop = default)
    {
        var (up, down) = (await UpAsync(db, agreement, stop), await DownAsync(db, agreement, stop));
        if (up.Count == 0 && down.Count == 0) return null;
        var more = down.Count > Most;
        var bonds = up.Concat(down.Take(Most)).ToDictionary(b => b.Below, b => (Guid?)b.Above);
        var ids = bonds.Keys.Concat(up.Select(b => b.Above)).Append(agreement).Distinct().ToList();
        var rows = await AgreementPlan.On(db, db.Agreements.Where(a => ids.Contains(a.Record)), today).OrderBy(h => h.Row.SortKey).ThenBy(h => h.Row.Record).ToListAsync(stop);
        ImmutableArray<Relative> members = [.. rows.Select(h => new Relative(h.Row, h.Span.Now.State, bonds.GetValueOrDefault(h.Row.Record)))];
        // One that the reader may not see takes what is above it out of view: what is left begins a tree of its own.
        members = [.. members.Select(m => members.Any(a => a.Row.Record == m.Above) ? m : m with { Above = null })];
        return new(members, more, await WarningsAsync(db, members, agreement, stop));
    }

    private static async Task<List<Bond>> UpAsync(ReadDb db, Guid agreement, CancellationToken stop)
    {
        var bonds = new List<Bond>();
        for (var at = agreement; bonds.Count < Levels;)
        {
            if (await db.Links.Where(l => l.Record == at && l.Field == "under").Select(l => (Guid?)l.Target).FirstOrDefaultAsync(stop) is not { } above || bonds.Exists(b => b.Below == above)) break;
            bonds.Add(new(at, above));
            at = above;
        }

        return bonds;
    }

    private static async Task<List<Bond>> DownAsync(ReadDb db, Guid agreement, CancellationToken stop)
    {
        var bonds = new List<Bond>();
        List<Guid> level = [agreement];
        for (var depth = 0; level.Count > 0 && depth < Levels && bonds.Count <= Most; depth++)
        {
            var found = await db.Links.Where(l => l.Field == "under" && level.Contains(l.Target)).OrderBy(l => l.Record).Take(Most + 1 - bonds.Count).Select(l => new Bond(l.Record, l.Target)).ToListAsync(stop);
            bonds.AddRange(found);
            level = found.ConvertAll(b => b.Below);
        }

        return bonds;
    }

    private static async Task<ImmutableArray<string>> WarningsAsync(ReadDb db, ImmutableArray<Relative> members, Guid agreement, CancellationToken stop)
    {
        if (members.FirstOrDefault(m => m.Row.Record == agreement) is not { Above: { } above } child) return [];
        var parent = members.First(m => m.Row.Record == above);
        Guid[] both = [agreement, above];
        var parties = await db.AgreementParties.Where(p => both.Contains(p.Record)).Join(db.Organisations, p => p.Organisation, o => o.Record, (p, o) => new { p.Record, p.Ordinal, Party = new Party(o.Record, o.Title, o.Country) }).OrderBy(p => p.Ordinal).ToListAsync(stop);
        var signed = child.Row.SignedLo is { } day && day == child.Row.SignedHi ? await db.StateSpans.Where(s => s.Record == above && s.Shown && s.FromDay <= day && s.ToDay >= day).Select(s => s.State).FirstOrDefaultAsync(stop) : null;
        return [.. WarnFamily.Of(child, parent, [.. parties.Where(p => p.Record == agreement).Select(p => p.Party)], [.. parties.Where(p => p.Record == above).Select(p => p.Party)], signed is null ? null : Enum.Parse<AgreementState>(signed))];
    }
}
