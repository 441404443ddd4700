using System.Collections.Immutable;
using Concordat.Actions;
using Concordat.Correspondence;
using Concordat.Intake;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Sameness;

/// <summary>Looks for records that may be the same: all at once by keys in common, or those of one record.</summary>
internal static class FindPairs
{
    private const int Together = 1000;

    /// <summary>Sources are known by their bytes; letters of one subject are seldom one letter, and actions of one wording seldom one action: none of them is proposed.</summary>
    public static bool IsSearched(RecordKind kind) => kind.Name is not (SourceKind.Name or CorrespondenceKind.Name or ActionKind.Name);

    /// <summary>Every pair of a kind.</summary>
    public static async Task<List<ProposedPair>> AllAsync(ReadDb db, RecordKind kind, CancellationToken stop = default)
    {
        var pairs = (await BlockKeys.OfAsync(db, kind.Name, stop)).Pairs();
        var apart = (await db.Apart.Select(a => new { a.Record, a.Other }).ToListAsync(stop)).Select(a => ProposedPair.Key(a.Record, a.Other)).ToHashSet();
        var found = new List<ProposedPair>();
        foreach (var some in pairs.Where(p => !apart.Contains(p)).Chunk(Together))
        {
            var documents = await FollowedAsync(db, kind, [.. some.SelectMany(p => new[] { p.One, p.Other }).Distinct()], stop);
            found.AddRange(some.Select(p => Pair(documents.GetValueOrDefault(p.One), documents.GetValueOrDefault(p.Other), kind)).OfType<ProposedPair>());
        }

        return found;
    }

    /// <summary>The pairs of one record, by the same look-up that serves texts at the intake desk.</summary>
    public static async Task<List<ProposedPair>> OfAsync(ReadDb db, Guid record, CancellationToken stop = default)
    {
        if (await db.FindAsync(record, stop) is not { Gone: false } found || Kinds.Of(found.Kind) is not { } kind || !IsSearched(kind)) return [];
        var document = (await FollowedAsync(db, kind, [record], stop)).GetValueOrDefault(record) ?? found;
        var around = Project.Links(document, kind).Where(l => l.Field is "parties/organisation" or "body" or "host").Select(l => l.Target).Distinct().ToList();
        var pool = await FindCandidates.PoolAsync(db, [AsProposal.Of(document, kind)], [], around, stop);
        var others = await FollowedAsync(db, kind, [.. pool.Where(d => d.Kind == kind.Name && d.Id != record).Select(d => d.Id)], stop);
        var apart = await db.Apart.Where(a => a.Record == record || a.Other == record).Select(a => a.Record == record ? a.Other : a.Record).ToListAsync(stop);
        return [.. others.Values.Where(o => !apart.Contains(o.Id)).Select(o => Pair(document, o, kind)).OfType<ProposedPair>()];
    }

    private static ProposedPair? Pair(Document? a, Document? b, RecordKind kind)
    {
        if (a is null || b is null || a.Id == b.Id) return null;
        var (score, why) = ScorePair.Of(a, b, kind);
        var (one, other) = ProposedPair.Key(a.Id, b.Id);
        return score >= ProposedPair.Possible ? new(one, other, kind.Name, score, why) : null;
    }

    /// <summary>Documents with their references led to survivors.</summary>
    private static async Task<Dictionary<Guid, Document>> FollowedAsync(ReadDb db, RecordKind kind, IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var documents = (await db.FindAsync(records, stop)).Values.Where(d => !d.Gone).ToList();
        var redirects = await db.Redirects.AnyAsync(stop) ? await db.RedirectsAsync([.. documents.SelectMany(d => Project.Links(d, kind)).Select(l => l.Target).Distinct()], stop) : Redirects.None;
        return documents.Select(d => redirects.Follow(d, kind)).ToDictionary(d => d.Id);
    }
}
