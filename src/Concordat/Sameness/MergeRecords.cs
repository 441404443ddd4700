using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Sameness;

/// <summary>What a merge would make, before it is done.</summary>
/// <param name="Joined">The survivor as it would be.</param>
public sealed record MergePlan(Document Survivor, Document Other, Document Joined);

/// <summary>What the undoing of a merge would make.</summary>
/// <param name="Contested">What both claim; the survivor keeps it unless a person says otherwise.</param>
public sealed record PartingPlan(Document Now, Document Merged, Document Survivor, Document Other, ImmutableArray<Contested> Contested)
{
    /// <summary>Records that the two name, for saying their values.</summary>
    public IEnumerable<Guid> References => new[] { Now, Merged }.SelectMany(d => Project.Links(d, Kinds.Of(d.Kind))).Select(l => l.Target).Distinct();
}

/// <summary>Merges two records that are the same, and undoes it: one entry on each, and no reference is rewritten.</summary>
public sealed class MergeRecords(Store store, Journal journal, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>Most records that may refer to the merged one: their rows are written anew in the same save.</summary>
    public const int MostReferring = 20_000;

    /// <param name="survivor">The record that stays.</param>
    /// <param name="other">The record that leads to it from then on.</param>
    /// <param name="take">Names of single values of the other one that are preferred to the survivor's.</param>
    /// <param name="batch">As of <see cref="Deed.Batch"/>: a merge of that name is done once, and no records come back another time.</param>
    /// <returns>
    /// The survivor first. Refusals <c>record.reason-needed</c>, <c>record.not-found</c>, <c>record.merged</c>, <c>merge.same-record</c>, <c>merge.other-kind</c>,
    /// <c>merge.sources</c>, <c>merge.related</c>, <c>merge.kept-apart</c>, <c>merge.too-many-references</c>, and those of <see cref="Journal.SaveAsync"/>.
    /// </returns>
    public Task<Outcome<Saved>> MergeAsync(Actor by, Guid survivor, Guid other, string? reason, IEnumerable<string>? take = null, string? batch = null, CancellationToken stop = default)
    {
        var taken = (take ?? []).ToHashSet(StringComparer.Ordinal);
        return string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Outcome<Saved>>(SamenessRefusals.ReasonNeeded) : AgainAsync(async db =>
        {
            if (!(await PlanAsync(db, survivor, other, taken, () => Ids.New(clock), stop)).TryGet(out var plan, out var refusal)) return refusal;
            var edits = ImmutableArray.Create(Difference(plan.Survivor, plan.Joined), Edit.Of(plan.Other, new Restore("mergedInto", JsonValue.Create(survivor.ToString("D")))));
            return new Deed(by, edits) { Reason = reason, Exact = true, Batch = batch };
        }, stop);
    }

    /// <param name="given">Paths of contested values and elements whose newer state goes to the merged record.</param>
    /// <param name="batch">As of <see cref="MergeAsync"/>.</param>
    /// <returns>Refusals <c>merge.not-merged</c>, <c>merge.survivor-merged</c>, and those of <see cref="Journal.SaveAsync"/>.</returns>
    public Task<Outcome<Saved>> UndoAsync(Actor by, Guid merged, string? reason = null, IEnumerable<string>? given = null, string? batch = null, CancellationToken stop = default)
    {
        var to = (given ?? []).ToImmutableArray();
        return AgainAsync(async db =>
        {
            if (!(await PlanUndoAsync(db, merged, to, stop)).TryGet(out var plan, out var refusal)) return refusal;
            var edits = ImmutableArray.Create(Difference(plan.Now, plan.Survivor), Difference(plan.Merged, plan.Other));
            return new Deed(by, edits) { Reason = string.IsNullOrWhiteSpace(reason) ? "Undo of the merge" : reason, Exact = true, Batch = batch };
        }, stop);
    }

    /// <summary>Plans and saves; plans again when somebody changed one of the two meanwhile.</summary>
    private async Task<Outcome<Saved>> AgainAsync(Func<ReadDb, Task<Outcome<Deed>>> plan, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = store.Read(Reader.Local);
            if (!(await plan(db)).TryGet(out var deed, out var refusal)) return refusal;
            var saved = await journal.SaveAsync(deed, stop);
            if (saved.Refusal is ChangedMeanwhile && attempt < Tries) continue;
            return saved.TryGet(out var done, out refusal) ? done.Documents.IsEmpty ? done : done with { Documents = [.. deed.Edits.Select(e => done.Documents.First(d => d.Id == e.Record))] } : refusal;
        }
    }

    /// <summary>What a merge would make. Refusals as of <see cref="MergeAsync"/>.</summary>
    public static async Task<Outcome<MergePlan>> PlanAsync(ReadDb db, Guid survivor, Guid other, IReadOnlySet<string> take, Func<Guid> newId, CancellationToken stop = default)
    {
        if (survivor == other) return SamenessRefusals.Itself;
        var documents = await db.FindAsync([survivor, other], stop);
        foreach (var id in new[] { survivor, other })
            if (!documents.TryGetValue(id, out var found) || found.Withdrawn) return JournalRefusals.NotFound(id);
            else if (found.MergedInto is { } into) return JournalRefusals.Merged(id, into);
        var (a, b, kind) = (documents[survivor], documents[other], Kinds.Of(documents[survivor].Kind));
        if (a.Kind != b.Kind) return SamenessRefusals.OtherKind(kind, Kinds.Of(b.Kind));
        if (a.Kind == SourceKind.Name) return SamenessRefusals.Sources;
        if (a.Apart.Contains(other) || b.Apart.Contains(survivor)) return SamenessRefusals.KeptApart;
        var redirects = await db.RedirectsAsync([.. Project.Links(a, kind).Concat(Project.Links(b, kind)).Select(l => l.Target).Distinct()], stop);
        if (Names(a, b.Id, redirects) || Names(b, a.Id, redirects)) return Related(a, b, redirects);
        if (await db.Links.Where(l => l.Target == other).Select(l => l.Record).Distinct().Take(MostReferring + 1).CountAsync(stop) > MostReferring) return SamenessRefusals.TooMany(MostReferring);
        return new MergePlan(a, b, Join.Of(a, b, kind, redirects, take, newId));
    }

    private static bool Names(Document document, Guid other, Redirects redirects) => Project.Links(document, Kinds.Of(document.Kind)).Any(l => redirects.Of(l.Target) == other);

    private static Refusal Related(Document a, Document b, Redirects redirects)
    {
        var (one, other) = (Kinds.Of(a.Kind).Head(a).Title, Kinds.Of(b.Kind).Head(b).Title);
        return Names(a, b.Id, redirects) ? SamenessRefusals.Related(one, other) : SamenessRefusals.Related(other, one);
    }

    /// <summary>What the undoing of a merge would make. Refusals as of <see cref="UndoAsync"/>.</summary>
    public static async Task<Outcome<PartingPlan>> PlanUndoAsync(ReadDb db, Guid merged, IEnumerable<string> given, CancellationToken stop = default)
    {
        if (await db.FindAsync(merged, stop) is not { MergedInto: { } into } other) return SamenessRefusals.NotMerged(merged);
        if (await db.FindAsync(into, stop) is not { } now) return JournalRefusals.NotFound(into);
        var kind = Kinds.Of(now.Kind);
        if (now.MergedInto is not null) return SamenessRefusals.SurvivorGone(kind.Head(now).Title);
        var path = FieldPath.Of("absorbed", merged.ToString("D")).Text;
        var version = await db.Changes.Where(c => c.Record == into && c.Paths.Contains(path)).MaxAsync(c => (int?)c.Version, stop) ?? 0;
        if (await db.VersionAsync(into, version, stop) is not { } joined || await db.VersionAsync(into, version - 1, stop) is not { } before) return SamenessRefusals.NotMerged(merged);
        var parting = new Parting(before, other, joined, now, kind, given);
        return new PartingPlan(now, other, parting.Survivor(), parting.Other(), parting.Contested);
    }

    private static Edit Difference(Document now, Document next) => Edit.Of(now, Document.Differences(now, next).Select(Change (p) => new Restore(p, next.At(p))));
}
