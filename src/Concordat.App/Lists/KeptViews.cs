using System.Collections.Concurrent;
using System.Collections.Immutable;
using Concordat.Lists;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Lists;

/// <summary>Saved views in memory: read anew after a change here, and every ten seconds for changes by other processes.</summary>
public sealed class KeptViews(Store store, TimeProvider clock)
{
    private sealed record Kept(ImmutableArray<SavedViewRow> Views, long At);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    public async Task<ImmutableArray<SavedViewRow>> OfAsync(string person, string kind, CancellationToken stop)
    {
        if (!_kept.TryGetValue(person, out var kept) || clock.GetElapsedTime(kept.At) > TimeSpan.FromSeconds(10))
        {
            await using var db = store.Read(Reader.Local);
            _kept[person] = kept = new([.. await db.SavedViews.Where(v => v.Person == person && v.Query != null).OrderBy(v => v.Name).ToListAsync(stop)], clock.GetTimestamp());
        }

        return [.. kept.Views.Where(v => v.Kind == kind)];
    }

    public void Forget() => _kept.Clear();
}
