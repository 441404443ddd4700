using System.Collections.Concurrent;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Lists;

/// <summary>The indexes of all lists, each made from the tables when it is first asked for and carried forward by commits, of whichever process, and by days.</summary>
public sealed class ListIndexes(Store store)
{
    private const int MostCarried = 5000;

    private readonly ConcurrentDictionary<string, Kept> _kept = new();

    private sealed class Kept(ListPlan plan)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public ReaderWriterLockSlim Lock { get; } = new();
        public ListIndex Index { get; set; } = new(plan);
        public long Seq { get; set; } = -1;
        public long Day { get; set; } = long.MinValue;
    }

    /// <summary>Asks the list as it is after the newest commit, on a day. Waits while it is being made: seconds for a million records, once.</summary>
    /// <param name="seq">The newest commit, from <see cref="Store.HeadAsync"/>.</param>
    /// <remarks>No statement where nothing changed since the last question.</remarks>
    public async Task<T> AskAsync<T>(ListPlan plan, long seq, long today, Func<ListIndex, T> ask, CancellationToken stop = default)
    {
        var kept = _kept.GetOrAdd(plan.Kind, _ => new(plan));
        if (kept.Seq < seq || kept.Day < today)
        {
            await kept.Gate.WaitAsync(stop);
            try { if (kept.Seq < seq || kept.Day < today) await CarryAsync(plan, kept, seq, today, stop); }
            finally { kept.Gate.Release(); }
        }

        kept.Lock.EnterReadLock();
        try { return ask(kept.Index); }
        finally { kept.Lock.ExitReadLock(); }
    }

    private async Task CarryAsync(ListPlan plan, Kept kept, long seq, long today, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        if (kept.Seq < 0 || kept.Index.IsWasteful || await ChangedAsync(db, plan, kept, seq, today, stop) is not { } changed) { await MakeAsync(db, plan, kept, seq, today, stop); return; }
        var lines = changed.Count == 0 ? [] : await plan.Read(db, changed, today).ToListAsync(stop);
        kept.Lock.EnterWriteLock();
        try
        {
            if (changed.Count > 0) kept.Index.Replace(changed, lines);
            (kept.Seq, kept.Day) = (seq, today);
        }
        finally { kept.Lock.ExitWriteLock(); }
    }

    /// <summary>Records whose lines may be other ones now; null where there are so many that the index is made anew.</summary>
    private static async Task<List<Guid>?> ChangedAsync(ReadDb db, ListPlan plan, Kept kept, long seq, long today, CancellationToken stop)
    {
        if (today < kept.Day) return null;
        var since = kept.Seq;
        var records = since == seq ? [] : await db.Changes.Where(c => c.Seq > since && c.Seq <= seq).Select(c => c.Record).Distinct().Take(MostCarried + 1).ToListAsync(stop);
        if (records.Count > MostCarried) return null;
        HashSet<Guid> changed = [.. records];
        if (records.Count > 0) changed.UnionWith(await plan.Dependents(db, records, stop));
        if (today > kept.Day) changed.UnionWith(kept.Index.ChangedBy(today));
        return changed.Count > MostCarried ? null : [.. changed];
    }

    private static async Task MakeAsync(ReadDb db, ListPlan plan, Kept kept, long seq, long today, CancellationToken stop)
    {
        var index = new ListIndex(plan);
        index.Replace([], await plan.Read(db, null, today).ToListAsync(stop));
        kept.Lock.EnterWriteLock();
        try { (kept.Index, kept.Seq, kept.Day) = (index, seq, today); }
        finally { kept.Lock.ExitWriteLock(); }
    }
}
