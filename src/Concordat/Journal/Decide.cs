using System.Collections.Immutable;
using Concordat.Storage;

namespace Concordat;

/// <summary>Decides a whole deed on what the database holds now: stale paths, each edit, references.</summary>
internal static class Decide
{
    public static async Task<Outcome<ImmutableArray<Step>>> AllAsync(
        Deed deed, Stamp stamp, IReadOnlyDictionary<Guid, Document> held, Writer writer, CancellationToken stop)
    {
        var steps = new Dictionary<Guid, Step>();
        foreach (var edit in deed.Edits.OrderBy(e => e.Record))
        {
            var old = steps.TryGetValue(edit.Record, out var earlier) ? earlier.Next : held.GetValueOrDefault(edit.Record);
            if (await StaleAsync(edit, held.GetValueOrDefault(edit.Record), writer, stop) is { } refusal) return refusal;
            if (!ApplyEdit.To(old, edit, Kinds.Of(edit.Kind), stamp).TryGet(out var next, out refusal)) return refusal;
            steps[edit.Record] = Step(held.GetValueOrDefault(edit.Record), next, stamp, deed.Undoes);
        }

        if (await DanglingAsync(steps, writer, stop) is { } dangling) return dangling;
        return steps.Values.OrderBy(s => s.Next.Id).ToImmutableArray();
    }

    private static Step Step(Document? old, Document next, Stamp stamp, int? undoes)
    {
        if (old is not null && next.Version == old.Version) return new(old, null, next);
        // Several edits of one record in one deed are one entry.
        var root = next.Root();
        root["version"] = (old?.Version ?? 0) + 1;
        var document = Document.Of(root);
        return new(old, new() { Document = document, Paths = [.. Document.Differences(old, document)], Stamp = stamp, Undoes = undoes }, document);
    }

    /// <summary>Refuses paths that somebody else changed after they were shown, unless both wrote the same.</summary>
    private static async Task<Refusal?> StaleAsync(Edit edit, Document? now, Writer writer, CancellationToken stop)
    {
        if (edit.BaseVersion == 0) return now is null ? null : JournalRefusals.Exists(edit.Record);
        if (now is null || now.Kind != edit.Kind) return JournalRefusals.NotFound(edit.Record);
        if (edit.BaseVersion == now.Version) return null;
        if (edit.BaseVersion > now.Version) return JournalRefusals.NotFound(edit.Record);
        var both = new List<Collision>();
        ChangeRow? last = null;
        foreach (var change in await writer.ChangesAsync(edit.Record, edit.BaseVersion, stop))
            foreach (var mine in edit.Changes.OfType<Set>().Where(s => Touches(change, s.Path) && !Json.Same(now.At(s.Path), s.Value)))
            {
                both.Add(new(mine.Path, now.At(mine.Path), mine.Value));
                last = change;
            }

        return last is null ? null : new ChangedMeanwhile(last.ActorName, DateTimeOffset.UnixEpoch.AddMicroseconds(last.At), [.. both.DistinctBy(c => c.Path)]);
    }

    private static bool Touches(ChangeRow change, FieldPath path) => change.Paths.Split('\n').Any(p => path.Overlaps(p));

    private static async Task<Refusal?> DanglingAsync(Dictionary<Guid, Step> steps, Writer writer, CancellationToken stop)
    {
        var wanted = new List<(LinkRow Link, RecordKind Kind)>();
        foreach (var step in steps.Values.Where(s => s.Entry is not null && !s.Next.Withdrawn))
        {
            var kind = Kinds.Of(step.Next.Kind);
            var before = step.Old is null ? [] : Project.Links(step.Old, kind).Select(l => l.Target).ToHashSet();
            wanted.AddRange(Project.Links(step.Next, kind).Where(l => !before.Contains(l.Target)).Select(l => (l, kind)));
        }

        if (wanted.Count == 0) return null;
        var known = await writer.KindsOfAsync([.. wanted.Select(w => w.Link.Target).Where(t => !steps.ContainsKey(t)).Distinct()], stop);
        foreach (var (link, kind) in wanted)
        {
            var found = steps.TryGetValue(link.Target, out var step) ? step.Next.Kind : known.GetValueOrDefault(link.Target);
            var field = kind.Find(link.Path)!;
            if (found is null || (field.Refers.Length > 0 && !field.Refers.Contains(found)))
                return JournalRefusals.WrongShape(link.Path, $"{field.Label} must be a record of the register of the right kind.");
        }

        return null;
    }
}
