using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Sources;
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
            var before = held.GetValueOrDefault(edit.Record);
            if (await StaleAsync(edit, before, writer, stop) is { } refusal) return refusal;
            var now = steps.TryGetValue(edit.Record, out var earlier) ? earlier.Next : before;
            if (Kinds.Find(edit.Kind) is not { } kind || (now is not null && now.Kind != edit.Kind)) return JournalRefusals.NotFound(edit.Record);
            if (!ApplyEdit.To(now, edit, kind, stamp).TryGet(out var next, out refusal)) return refusal;
            steps[edit.Record] = Step.Of(before, next, stamp, deed.Undoes);
        }

        var broken = await DanglingAsync(steps, writer, stop) ?? await BereftAsync(steps, writer, stop);
        return broken is not null ? broken : steps.Values.OrderBy(s => s.Next.Id).ToImmutableArray();
    }

    /// <summary>Refuses paths that somebody else changed after they were shown, unless both wrote the same.</summary>
    private static async Task<Refusal?> StaleAsync(Edit edit, Document? now, Writer writer, CancellationToken stop)
    {
        if (edit.BaseVersion == 0) return now is null ? null : JournalRefusals.Exists(edit.Record);
        if (now is null || now.Kind != edit.Kind || edit.BaseVersion > now.Version) return JournalRefusals.NotFound(edit.Record);
        if (now.Withdrawn && !edit.Changes.Any(c => c is Restore { Path.Text: "withdrawn" })) return JournalRefusals.NotFound(edit.Record);
        if (edit.BaseVersion == now.Version) return null;
        var mine = edit.Changes.SelectMany(c => Written(c, now)).Where(w => !Json.Same(now.At(w.Path), w.Value)).ToList();
        var both = new List<Collision>();
        ChangeRow? last = null;
        foreach (var change in await writer.ChangesAsync(edit.Record, edit.BaseVersion, stop))
            foreach (var (path, value) in mine.Where(w => Touches(change, w.Path)))
            {
                both.Add(new(path, now.At(path), value));
                last = change;
            }

        return last is null ? null : new ChangedMeanwhile(last.ActorName, DateTimeOffset.UnixEpoch.AddMicroseconds(last.At), [.. both.DistinctBy(c => c.Path)]);
    }

    /// <summary>What a change writes over whatever stands; a witness never does, and making or withdrawing concerns the whole record.</summary>
    private static IEnumerable<(FieldPath Path, JsonNode? Value)> Written(Change change, Document now) => change switch
    {
        Set set => [(set.Path, set.Value)],
        Restore back => [(back.Path, back.Value)],
        Prefer choice when now.Claims.FirstOrDefault(c => c.Id == choice.Claim) is { } claim => [(choice.Path, claim.Value)],
        _ => [],
    };

    private static bool Touches(ChangeRow change, FieldPath path) => path.Text == "withdrawn" || change.Paths.Split('\n').Any(p => path.Overlaps(p));

    /// <summary>Refuses new references and citations to what is not there.</summary>
    private static async Task<Refusal?> DanglingAsync(Dictionary<Guid, Step> steps, Writer writer, CancellationToken stop)
    {
        var wanted = steps.Values.SelectMany(s => s.NewReferences()).ToList();
        if (wanted.Count == 0) return null;
        var known = await writer.KindsOfAsync([.. wanted.Select(w => w.Target).Where(t => !steps.ContainsKey(t)).Distinct()], stop);
        foreach (var (target, path, label, kinds) in wanted)
        {
            var found = steps.TryGetValue(target, out var step) ? step.Next.Withdrawn ? null : step.Next.Kind : known.GetValueOrDefault(target);
            if (found is null || (kinds.Length > 0 && !kinds.Contains(found)))
                return JournalRefusals.WrongShape(path, $"{label} must be a record of the register of the right kind.");
        }

        return null;
    }

    /// <summary>Refuses to withdraw what others refer to or cite.</summary>
    private static async Task<Refusal?> BereftAsync(Dictionary<Guid, Step> steps, Writer writer, CancellationToken stop)
    {
        foreach (var (record, step) in steps.Where(s => s.Value.Next.Withdrawn && s.Value.Old is { Withdrawn: false }))
            if (await writer.ReferringAsync(record, stop) is ({ Count: > 0 } referring, var first) && !referring.All(r => steps.TryGetValue(r, out var other) && other.Next.Withdrawn))
                return JournalRefusals.Referenced(referring.Count, first);
        return null;
    }
}

/// <summary>One record of a deed: what stood, what is to be written, what it becomes.</summary>
/// <param name="Entry">Null when nothing differs.</param>
internal sealed record Step(Document? Old, Entry? Entry, Document Next)
{
    /// <summary>Several edits of one record in one deed are one entry.</summary>
    public static Step Of(Document? old, Document next, Stamp stamp, int? undoes)
    {
        if (old is not null && next.Version == old.Version) return new(old, null, old);
        if (next.Version != (old?.Version ?? 0) + 1)
        {
            var root = next.Root();
            root["version"] = (old?.Version ?? 0) + 1;
            next = Document.Of(root);
        }

        FieldPath[] paths = [.. Document.Differences(old, next)];
        if (old is not null && paths.Length == 0) return new(old, null, old);
        return new(old, new() { Document = next, Paths = [.. paths], Stamp = stamp, Undoes = undoes }, next);
    }

    /// <summary>References and citations that were not there before.</summary>
    public IEnumerable<(Guid Target, string Path, string Label, ImmutableArray<string> Kinds)> NewReferences()
    {
        if (Entry is null || Next.Withdrawn) yield break;
        var kind = Kinds.Of(Next.Kind);
        var old = Old is { Withdrawn: false } stood ? stood : null;
        var before = old is null ? [] : Project.Links(old, kind).Select(l => (l.Field, l.Target)).ToHashSet();
        foreach (var link in Project.Links(Next, kind).Where(l => !before.Contains((l.Field, l.Target))))
            yield return kind.Find(link.Path) is { } field ? (link.Target, link.Path, field.Label, field.Refers) : throw new InvalidOperationException($"No field at {link.Path}.");
        foreach (var cited in Next.Claims.Select(c => c.Citation.Source).Except(old?.Claims.Select(c => c.Citation.Source) ?? []))
            yield return (cited, "claims", "The cited source", [SourceKind.Name]);
    }
}
