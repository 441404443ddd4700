using System.Text.Json.Nodes;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat;

/// <summary>Plans how one version of a record is undone.</summary>
internal static class Undo
{
    public static async Task<Outcome<Edit>> PlanAsync(ReadDb db, Guid record, int version, CancellationToken stop)
    {
        var (now, entry) = (await db.FindAsync(record, stop), await db.VersionAsync(record, version, stop));
        if (now is null || entry is null) return JournalRefusals.NothingToUndo(version);
        var changes = await db.Changes.Where(c => c.Record == record && c.Version >= version).OrderBy(c => c.Version).ToListAsync(stop);
        if (changes.Any(c => c.Undoes == version && !changes.Exists(later => later.Undoes == c.Version))) return JournalRefusals.NothingToUndo(version);
        var paths = changes[0].Paths.Split('\n').Select(p => new FieldPath(p)).ToList();
        var undone = changes.Where(c => c.Undoes is not null).SelectMany(c => new[] { c.Version, c.Undoes!.Value }).ToHashSet();
        foreach (var later in changes.Skip(1).Where(c => !undone.Contains(c.Version)))
            if (paths.Find(p => later.Paths.Split('\n').Any(l => p.Overlaps(l))) is { Text: not null } path)
                return JournalRefusals.RestedOn(later.Version, later.ActorName, DateTimeOffset.UnixEpoch.AddMicroseconds(later.At), path);
        if (version == 1) return await WithdrawAsync(db, now, stop);
        var before = await db.VersionAsync(record, version - 1, stop);
        return before is null ? JournalRefusals.NothingToUndo(version) : Edit.Of(now, paths.Select(Change (p) => new Restore(p, before.At(p))));
    }

    /// <summary>Undoing the first version takes the record out of every list; undoing that brings it back.</summary>
    private static async Task<Outcome<Edit>> WithdrawAsync(ReadDb db, Document now, CancellationToken stop)
    {
        var referring = await db.Links.Where(l => l.Target == now.Id && l.Record != now.Id).Select(l => l.Record).Distinct().Take(100).ToListAsync(stop);
        if (referring.Count == 0) return Edit.Of(now, new Restore("withdrawn", JsonValue.Create(true)));
        var first = await db.Headlines.Where(h => h.Record == referring[0]).Select(h => h.Title).FirstOrDefaultAsync(stop);
        return JournalRefusals.Referenced(referring.Count, first ?? referring[0].ToString());
    }
}
