using System.Collections.Immutable;
using Concordat.App.Shell;
using Concordat.Lists;
using Concordat.Names;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Lists;

/// <summary>A value of a facet with the number of lines that have it.</summary>
public sealed record FacetValue(string Value, string Label, int Count);

/// <param name="Values">The most frequent first; none where the facet is folded.</param>
/// <param name="Chosen">The value that narrows the list now, or null.</param>
/// <param name="More">How many values are not shown.</param>
public sealed record ShownFacet(FacetShape Shape, ImmutableArray<FacetValue> Values, FacetValue? Chosen, int More);

/// <summary>One page of a list with its counts.</summary>
public sealed record ListView(Lines Lines, ImmutableArray<ShownFacet> Facets);

/// <summary>Reads lists: which records from the index in memory, their rows from the tables.</summary>
internal sealed class ReadList(Store store, ListIndexes indexes)
{
    private const int MostValues = 40;

    /// <summary>A page in words. What the kind's rows need in statements, and one more for each word typed.</summary>
    /// <param name="seq">The newest commit.</param>
    public async Task<Lines> LinesAsync(ListShape shape, ReadDb db, ListQuery query, long seq, long today, CancellationToken stop)
    {
        var wish = await WishAsync(shape, db, query, stop);
        var slice = await indexes.AskAsync(shape.Plan, seq, today, index => index.Slice(wish), stop);
        return await LinesAsync(shape, db, slice, today, stop);
    }

    private static async Task<Lines> LinesAsync(ListShape shape, ReadDb db, ListSlice slice, long today, CancellationToken stop)
    {
        var rows = slice.Records.IsEmpty ? [] : (await shape.Rows(db, slice.Records, today, stop)).ToDictionary(r => r.Record);
        return new(shape.Kind, [.. shape.Columns.Select(c => c.Head)], [.. slice.Records.Select(r => rows.GetValueOrDefault(r)).OfType<Line>()], slice.Earlier, slice.Later) { Total = slice.Total };
    }

    /// <param name="seq">The newest commit.</param>
    public async Task<ListView> ViewAsync(ListShape shape, ReadDb db, ListQuery query, long seq, long today, CancellationToken stop)
    {
        var wish = await WishAsync(shape, db, query, stop);
        var (slice, counts) = await indexes.AskAsync(shape.Plan, seq, today, index => (index.Slice(wish), shape.Facets.Select(f => Shown(f, query) ? index.Counts(f.Name, wish) : []).ToList()), stop);
        var facets = ImmutableArray.CreateBuilder<ShownFacet>();
        for (var i = 0; i < shape.Facets.Length; i++) facets.Add(await FacetAsync(shape.Facets[i], counts[i], db, query, stop));
        return new(await LinesAsync(shape, db, slice, today, stop), facets.ToImmutable());
    }

    private static bool Shown(FacetShape facet, ListQuery query) => facet.Always || query.Open == facet.Name;

    private static async Task<ShownFacet> FacetAsync(FacetShape facet, ImmutableArray<(string Value, int Count)> counts, ReadDb db, ListQuery query, CancellationToken stop)
    {
        var chosen = query[facet.Name];
        var shown = counts.Take(MostValues).ToList();
        List<string> named = [.. shown.Select(v => v.Value)];
        if (chosen is not null && !named.Contains(chosen)) named.Add(chosen);
        var labels = named.Count > 0 && facet.Labels is { } ask ? await ask(db, named, stop) : new Dictionary<string, string>();
        return new(facet, [.. shown.Select(v => new FacetValue(v.Value, labels.GetValueOrDefault(v.Value, v.Value), v.Count))],
            chosen is null ? null : new(chosen, labels.GetValueOrDefault(chosen, chosen), 0), counts.Length - shown.Count);
    }

    private static async Task<ListWish> WishAsync(ListShape shape, ReadDb db, ListQuery query, CancellationToken stop)
    {
        var found = new List<IReadOnlyCollection<Guid>>();
        foreach (var word in Fold.Words(query.Words ?? "").Distinct().Take(6)) found.Add(await KnownByAsync(db, shape.Kind, word, stop));
        return new(query.Filters, found, query.Sort, query.After, query.Before, query.Take);
    }

    private static async Task<IReadOnlyCollection<Guid>> KnownByAsync(ReadDb db, string kind, string word, CancellationToken stop)
    {
        var end = word + "\uffff";
        return (await db.Known.Where(k => k.Kind == kind && string.Compare(k.Key, word) >= 0 && string.Compare(k.Key, end) < 0).Select(k => k.Record).ToListAsync(stop)).ToHashSet();
    }

    /// <summary>Every record of the list as it is narrowed, in its order, at most so many.</summary>
    public async Task<ImmutableArray<Guid>> RecordsAsync(ListShape shape, ReadDb db, ListQuery query, int most, long today, CancellationToken stop)
    {
        var wish = await WishAsync(shape, db, query, stop);
        return await indexes.AskAsync(shape.Plan, await store.HeadAsync(stop), today, index => index.First(wish, most), stop);
    }
}
