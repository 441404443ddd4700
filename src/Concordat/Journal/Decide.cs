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
            if (await StaleAsync(edit, before, deed.Exact, writer, stop) is { } refusal) return refusal;
            var now = steps.TryGetValue(edit.Record, out var earlier) ? earlier.Next : before;
            if (Kinds.Find(edit.Kind) is not { } kind || (now is not null && now.Kind != edit.Kind)) return JournalRefusals.NotFound(edit.Record);
            if (!ApplyEdit.To(now, edit, kind, stamp).TryGet(out var next, out refusal)) return refusal;
            steps[edit.Record] = Step.Of(before, next, stamp, deed.Undoes);
        }

        var broken = await DanglingAsync(steps, writer, stop) ?? await BereftAsync(steps, writer, stop) ?? await Circles.FindAsync(steps, writer, stop);
        return broken is not null ? broken : steps.Values.OrderBy(s => s.Next.Id).ToImmutableArray();
    }

    /// <summary>Refuses paths that somebody else changed after they were shown, unless both wrote the same.</summary>
    private static async Task<Refusal?> StaleAsync(Edit edit, Document? now, bool exact, Writer writer, CancellationToken stop)
    {
        if (edit.BaseVersion == 0) return now is null ? null : JournalRefusals.Exists(edit.Record);
        if (now is null || now.Kind != edit.Kind || edit.BaseVersion > now.Version) return JournalRefusals.NotFound(edit.Record);
        if (now.Withdrawn && !edit.Changes.Any(c => c is Restore { Path.Text: "withdrawn" })) return JournalRefusals.NotFound(edit.Record);
        if (now.MergedInto is { } into && !edit.Changes.Any(c => c is Restore { Path.Text: "mergedInto" })) return JournalRefusals.Merged(now.Id, into);
        if (edit.BaseVersion == now.Version) return null;
        if (exact) return await NewerAsync(edit, writer, stop);
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

    private static async Task<Refusal> NewerAsync(Edit edit, Writer writer, CancellationToken stop)
    {
        var last = (await writer.ChangesAsync(edit.Record, edit.BaseVersion, stop))[^1];
        return new ChangedMeanwhile(last.ActorName, DateTimeOffset.UnixEpoch.AddMicroseconds(last.At), []);
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
        var known = await KnownAsync(wanted, steps, writer, stop);
        return wanted.Select(w => Wrong(w, steps, known)).FirstOrDefault(w => w is not null);
    }

    /// <summary>The same for new records in order: each may refer to itself, to earlier ones and to those that are saved.</summary>
    /// <returns>The place of the first that does not, and why.</returns>
    public static async Task<(int Place, Refusal Why)?> ForwardAsync(Dictionary<Guid, Step> steps, Dictionary<Guid, int> place, Writer writer, CancellationToken stop)
    {
        var wanted = steps.Values.SelectMany(s => s.NewReferences().Select(r => (From: place[s.Next.Id], To: r))).OrderBy(w => w.From).ToList();
        var known = await KnownAsync(wanted.ConvertAll(w => w.To), steps, writer, stop);
        foreach (var (from, to) in wanted)
            if (Wrong(to, steps, known) is { } wrong) return (from, wrong);
            else if (place.TryGetValue(to.Target, out var at) && at > from) return (from, JournalRefusals.WrongShape(to.Path, "a record may refer to earlier ones of the same file, not to later ones."));
        return null;
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> KnownAsync(List<Wanted> wanted, Dictionary<Guid, Step> steps, Writer writer, CancellationToken stop) =>
        await writer.KindsOfAsync([.. wanted.Select(w => w.Target).Where(t => !steps.ContainsKey(t)).Distinct()], stop);

    private static Refusal? Wrong(Wanted wanted, Dictionary<Guid, Step> steps, IReadOnlyDictionary<Guid, string> known)
    {
        var found = steps.TryGetValue(wanted.Target, out var step) ? step.Next.Withdrawn ? null : step.Next.Kind : known.GetValueOrDefault(wanted.Target);
        return found is not null && (wanted.Kinds.Length == 0 || wanted.Kinds.Contains(found)) ? null
            : JournalRefusals.WrongShape(wanted.Path, $"{wanted.Label} must be a record of the register of the right kind.");
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
    public IEnumerable<Wanted> NewReferences()
    {
        if (Entry is null || Next.Withdrawn) yield break;
        var kind = Kinds.Of(Next.Kind);
        var old = Old is { Withdrawn: false } stood ? stood : null;
        var before = old is null ? [] : Project.Links(old, kind).Select(l => (l.Field, l.Target)).ToHashSet();
        foreach (var link in Project.Links(Next, kind).Where(l => !before.Contains((l.Field, l.Target))))
            yield return kind.Find(link.Path) is { } field ? new(link.Target, link.Path, field.Label, field.Refers) : throw new InvalidOperationException($"No field at {link.Path}.");
        foreach (var cited in Next.Claims.Select(c => c.Citation.Source).Except(old?.Claims.Select(c => c.Citation.Source) ?? []))
            yield return new(cited, "claims", "The cited source", [SourceKind.Name]);
    }
}

/// <summary>A record that must be there, of one of some kinds; none named means any.</summary>
internal sealed record Wanted(Guid Target, string Path, string Label, ImmutableArray<string> Kinds);
