using System.Text.Json.Nodes;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat;

/// <summary>Plans how one version of a record is undone.</summary>
internal static class Undo
{
    /// <returns>The edit that puts back what stood before; refusals <c>entry.nothing-to-undo</c>, <c>entry.rested-on</c>.</returns>
    public static async Task<Outcome<Edit>> PlanAsync(ReadDb db, Guid record, int version, CancellationToken stop)
    {
        var (now, then) = (await db.FindAsync(record, stop), await db.VersionAsync(record, version, stop));
        if (now is null || then is null) return JournalRefusals.NothingToUndo(version);
        if (now.MergedInto is { } into) return JournalRefusals.Merged(record, into);
        var changes = await db.Changes.Where(c => c.Record == record && c.Version >= version && c.Version <= now.Version).OrderBy(c => c.Version).ToListAsync(stop);
        var (undone, standing) = After(changes);
        if (Paths(changes[0]).Exists(p => p.First is "mergedInto" or "absorbed")) return JournalRefusals.IsMerge(version);
        if (undone) return JournalRefusals.NothingToUndo(version);
        // Everything rests on the making of a record; undoing that takes it out of every list.
        if (version == 1) return standing is [var any, ..] ? RestedOn(any, Paths(any)[0]) : Edit.Of(now, new Restore("withdrawn", JsonValue.Create(true)));
        if (await db.VersionAsync(record, version - 1, stop) is not { } before) return JournalRefusals.NothingToUndo(version);
        var subjects = now.Claims.Concat(then.Claims).Concat(before.Claims).DistinctBy(c => c.Id).ToDictionary(c => FieldPath.Of("claims", c.Id.ToString("D")), c => new FieldPath(c.Path));
        var touched = Touched(changes[0], subjects);
        foreach (var later in standing)
            if (Touched(later, subjects).FirstOrDefault(l => touched.Any(l.Overlaps)) is { Text: not null } path)
                return RestedOn(later, path);
        return Edit.Of(now, Paths(changes[0]).Select(Change (p) => new Restore(p, before.At(p))));
    }

    /// <summary>Whether the first change is undone already, and the later ones that still stand, newest first. A change and its undoing, both later, weigh nothing.</summary>
    private static (bool Undone, List<ChangeRow> Standing) After(List<ChangeRow> changes)
    {
        var (undone, standing) = (new HashSet<int>(), new List<ChangeRow>());
        foreach (var later in changes.Skip(1).Reverse().Where(c => !undone.Contains(c.Version)))
        {
            if (later.Undoes is { } version) undone.Add(version);
            if (later.Undoes is not { } pair || pair < changes[0].Version) standing.Add(later);
        }

        return (undone.Contains(changes[0].Version), standing);
    }

    private static List<FieldPath> Paths(ChangeRow change) => [.. change.Paths.Split('\n').Select(p => new FieldPath(p))];

    /// <summary>The changed paths, and those that changed claims are about: a value rests on what is said of it.</summary>
    private static List<FieldPath> Touched(ChangeRow change, Dictionary<FieldPath, FieldPath> subjects) =>
        [.. Paths(change).SelectMany(p => subjects.TryGetValue(p, out var subject) ? [subject, p] : new[] { p })];

    private static Refusal RestedOn(ChangeRow later, FieldPath path) =>
        JournalRefusals.RestedOn(later.Version, later.ActorName, DateTimeOffset.UnixEpoch.AddMicroseconds(later.At), path);
}
