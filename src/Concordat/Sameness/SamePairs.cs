using System.Collections.Immutable;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Sameness;

/// <summary>The proposed pairs as of a commit.</summary>
/// <param name="Seq">Number of the commit; -1 before the first look.</param>
/// <param name="Later">Pairs that a person put off.</param>
public sealed record PairsView(long Seq, ImmutableDictionary<(Guid One, Guid Other), ProposedPair> Pairs, ImmutableHashSet<(Guid One, Guid Other)> Later)
{
    private IReadOnlyList<SameGroup>? _groups;

    /// <summary>Pairs and groups that wait for a judgement, best first; those put off are left out.</summary>
    public IReadOnlyList<SameGroup> Groups => _groups ??= SameGroups.Of([.. Pairs.Values.Where(p => !Later.Contains((p.One, p.Other)))]);

    /// <summary>Best first.</summary>
    public IEnumerable<ProposedPair> Of(Guid record) => Pairs.Values.Where(p => p.Has(record)).OrderByDescending(p => p.Score).ThenBy(p => p.Beside(record));
}

/// <summary>Keeps the proposed pairs in memory, in step with the commits: a few changed records are looked up anew, after many all is.</summary>
/// <remarks>Nothing of it is stored; it is found again from the register at any time.</remarks>
public sealed class SamePairs(Store store, TimeProvider clock) : IDisposable
{
    private const int Few = 100;
    private readonly SemaphoreSlim _turn = new(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _end = new();
    private PairsView _last = new(-1, ImmutableDictionary<(Guid, Guid), ProposedPair>.Empty, []);
    private long? _looked;
    private int _looking;

    /// <summary>The kinds of which pairs are proposed.</summary>
    public static ImmutableArray<RecordKind> Searched { get; } = [.. Kinds.All.Where(FindPairs.IsSearched)];

    /// <summary>What is known now, perhaps of an earlier commit; asks nothing.</summary>
    public PairsView Last => _last;

    /// <summary>Looks in the background whether anything changed, at most every ten seconds: for those who show what is known and do not wait.</summary>
    public void Nudge()
    {
        if ((_looked is { } last && clock.GetElapsedTime(last) < Rest) || Interlocked.Exchange(ref _looking, 1) == 1) return;
        _ = Task.Run(async () =>
        {
            try
            {
                await CurrentAsync(_end.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException || StoreRefusals.From(error) is not null)
            {
                // The next look tries again.
            }
            finally
            {
                Volatile.Write(ref _looking, 0);
            }
        });
    }

    /// <summary>The pairs as of the newest commit.</summary>
    public async Task<PairsView> CurrentAsync(CancellationToken stop = default)
    {
        await _turn.WaitAsync(stop);
        try
        {
            await using var db = store.Read(Reader.Local);
            var head = (await db.HeadAsync(stop))?.Seq ?? 0;
            _looked = clock.GetTimestamp();
            var today = PutLater.Today(clock);
            var later = (await db.Later.Where(l => l.Until > today).Select(l => new { l.One, l.Other }).ToListAsync(stop)).Select(l => (l.One, l.Other)).ToImmutableHashSet();
            if (head == _last.Seq) return later.SetEquals(_last.Later) ? _last : _last = new(head, _last.Pairs, later);
            var changed = _last.Seq < 0 ? [] : await db.Changes.Where(c => c.Seq > _last.Seq && c.Seq <= head).Select(c => c.Record).Distinct().Take(Few + 1).ToListAsync(stop);
            return _last = new(head, _last.Seq < 0 || changed.Count > Few ? await AllAsync(db, stop) : await StepAsync(db, changed, stop), later);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<ImmutableDictionary<(Guid, Guid), ProposedPair>> AllAsync(ReadDb db, CancellationToken stop)
    {
        var pairs = ImmutableDictionary.CreateBuilder<(Guid, Guid), ProposedPair>();
        foreach (var kind in Searched)
            foreach (var pair in await FindPairs.AllAsync(db, kind, stop)) pairs[(pair.One, pair.Other)] = pair;
        return pairs.ToImmutable();
    }

    private async Task<ImmutableDictionary<(Guid, Guid), ProposedPair>> StepAsync(ReadDb db, IReadOnlyCollection<Guid> changed, CancellationToken stop)
    {
        var pairs = _last.Pairs.ToBuilder();
        pairs.RemoveRange(_last.Pairs.Values.Where(p => changed.Contains(p.One) || changed.Contains(p.Other)).Select(p => (p.One, p.Other)));
        foreach (var record in changed)
            foreach (var pair in await FindPairs.OfAsync(db, record, stop)) pairs[(pair.One, pair.Other)] = pair;
        return pairs.ToImmutable();
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _turn.Dispose();
    }
}
