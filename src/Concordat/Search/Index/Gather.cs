using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Concordat.Search.Index;

/// <summary>A record that was found.</summary>
public readonly record struct Hit(Guid Record, string Kind, float Score);

/// <param name="Counts">How many records of each kind were found, as far as this reader sees them.</param>
/// <param name="Top">The best of each kind, or of the one asked for; the best first.</param>
public sealed record Hits(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<Hit> Top)
{
    public int Count => Counts.Values.Sum();
}

/// <summary>Walks through what a query finds, counts it by kind and keeps the best. Here alone labels decide what there is.</summary>
internal sealed class Gather(IndexSearcher searcher, Reader reader, CancellationToken stop)
{
    private readonly record struct Place(float Score, long Made, int Document);

    private static readonly Comparer<Place> WorstFirst = Comparer<Place>.Create((a, b) =>
        a.Score != b.Score ? a.Score.CompareTo(b.Score) : a.Made != b.Made ? a.Made.CompareTo(b.Made) : b.Document.CompareTo(a.Document));

    private readonly Dictionary<string, (int Count, PriorityQueue<Place, Place> Best)> _kinds = [];
    private long _seen;

    /// <param name="kind">Only of this kind are the best kept; all are counted.</param>
    /// <param name="take">How many of each kind are kept.</param>
    /// <param name="most">After so many the walk ends: for suggestions, which need no counts.</param>
    public Hits Run(Query query, string? kind, int take, long most = long.MaxValue)
    {
        var weight = searcher.CreateNormalizedWeight(query);
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            if (_seen >= most) break;
            if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is { } scorer) Walk(scorer, leaf, kind, take, most);
        }

        var best = _kinds.SelectMany(k => k.Value.Best.UnorderedItems.Select(i => (Kind: k.Key, i.Element))).OrderByDescending(i => i.Element, WorstFirst);
        return new(_kinds.ToDictionary(k => k.Key, k => k.Value.Count), [.. best.Select(b => new Hit(Id(b.Element.Document), b.Kind, b.Element.Score))]);
    }

    private void Walk(Scorer scorer, AtomicReaderContext leaf, string? kind, int take, long most)
    {
        if (leaf.AtomicReader.GetSortedDocValues(Fields.Kind) is not { } kinds || leaf.AtomicReader.GetSortedDocValues(Fields.Label) is not { } labels) return;
        var (names, seen, made) = (Values(kinds), Values(labels).Select(reader.Labels.Contains).ToArray(), leaf.AtomicReader.GetNumericDocValues(Fields.Made));
        var (counts, all) = (new int[names.Length], Array.TrueForAll(seen, s => s));
        var best = names.Select(n => _kinds.GetValueOrDefault(n).Best ?? new(WorstFirst)).ToArray();
        var keep = names.Select(n => kind is null || n == kind).ToArray();
        for (int at; (at = scorer.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS && _seen < most;)
        {
            if (!all && !seen[labels.GetOrd(at)]) continue;
            var k = kinds.GetOrd(at);
            counts[k]++;
            if ((++_seen & 0xFFF) == 0) stop.ThrowIfCancellationRequested();
            if (!keep[k]) continue;
            var score = scorer.GetScore();
            if (best[k].Count == take && score < best[k].Peek().Score) continue;
            var place = new Place(score, made.Get(at), leaf.DocBase + at);
            if (best[k].Count < take) best[k].Enqueue(place, place);
            else best[k].EnqueueDequeue(place, place);
        }

        for (var k = 0; k < names.Length; k++)
            if (counts[k] > 0) _kinds[names[k]] = (_kinds.GetValueOrDefault(names[k]).Count + counts[k], best[k]);
    }

    private static string[] Values(SortedDocValues values)
    {
        var (names, bytes) = (new string[values.ValueCount], new BytesRef());
        for (var i = 0; i < names.Length; i++)
        {
            values.LookupOrd(i, bytes);
            names[i] = bytes.Utf8ToString();
        }

        return names;
    }

    private Guid Id(int document) => Guid.ParseExact(searcher.Doc(document).Get(Fields.Record), "N");
}
