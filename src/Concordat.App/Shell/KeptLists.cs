using System.Collections.Concurrent;
using Concordat.Storage;

namespace Concordat.App.Shell;

/// <summary>Pages of lists as they were last read, until the next commit of any process: a list says the same as long as no record changed, on the same day, to the same reader.</summary>
/// <remarks>One small statement asks for the newest commit; what is kept is bounded and dropped whole when it is full.</remarks>
public sealed class KeptLists(Store store)
{
    private const int MostKept = 500, LongestKey = 300;

    private sealed record Kept(long Seq, object Page);

    private readonly ConcurrentDictionary<string, Kept> _pages = new(StringComparer.Ordinal);

    /// <summary>Reads anew for the next page.</summary>
    public void Forget() => _pages.Clear();

    /// <param name="read">Given the newest commit.</param>
    /// <param name="today">Lists that compute states differ from day to day.</param>
    public async Task<T> OfAsync<T>(ListQuery query, Reader reader, long today, Func<ReadDb, long, Task<T>> read, CancellationToken stop) where T : notnull
    {
        var key = $"{reader.Id} {today} {query.Here}";
        // Before the list is read: a commit in between makes it newer than it says, never older.
        var seq = await store.HeadAsync(stop);
        if (_pages.TryGetValue(key, out var kept) && kept.Seq == seq) return (T)kept.Page;
        await using var db = store.Read(reader);
        var page = await read(db, seq);
        if (_pages.Count >= MostKept) _pages.Clear();
        if (key.Length <= LongestKey) _pages[key] = new(seq, page);
        return page;
    }
}
