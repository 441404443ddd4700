using System.Collections.Immutable;
using Concordat.Search.Index;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Search;

/// <summary>What is asked of the whole register.</summary>
/// <param name="Reach">The least that must fit; where nothing does, the next one is tried.</param>
/// <param name="Kind">Only records of this kind; all are counted.</param>
/// <param name="Page">From 1; more than one only with a kind.</param>
public sealed record Asked(Wording Wording, Reach Reach = Reach.All, string? Kind = null, int Page = 1);

/// <summary>A record that was found, as a reader sees it.</summary>
/// <param name="Snippet">Words around the best place, with those that fit marked; empty where only the name fits.</param>
/// <param name="At">Where the snippet's first word that fits stands in the text of a source, "start+length"; null elsewhere.</param>
public sealed record FoundRecord(Guid Record, string Kind, Headline Head, ImmutableArray<Run> Title, ImmutableArray<Run> Snippet, string? At);

/// <summary>A stretch of words; marked when it fits what was asked.</summary>
public readonly record struct Run(string Text, bool Marked);

/// <summary>What one page of a search shows.</summary>
/// <param name="Reach">How wide the search had to be.</param>
/// <param name="Counts">By kind, the kind with the best record first.</param>
/// <param name="Records">The best first.</param>
/// <param name="More">There is a next page.</param>
public sealed record Found(Reach Reach, ImmutableArray<(string Kind, int Count)> Counts, ImmutableArray<FoundRecord> Records, bool More)
{
    public int Count => Counts.Sum(c => c.Count);
}

/// <summary>Finds records by any word in them.</summary>
public sealed class Find(Store store, SearchIndex index)
{
    /// <summary>Lines of a page, of each kind while several are shown, and how many pages there are.</summary>
    public const int PageSize = 20, OfEach = 5, Pages = 50;

    /// <returns>Null when there is no index to ask: <see cref="SearchIndex.State"/> says why.</returns>
    public async Task<Found?> RunAsync(Reader reader, Asked asked, CancellationToken stop = default)
    {
        if (asked.Wording.IsEmpty) return new(asked.Reach, [], [], false);
        await using var db = store.Read(reader);
        var head = await db.HeadAsync(stop);
        var answer = await index.AskAsync(head?.Seq ?? 0, searcher => Widening(asked).Select(reach => new Answer(reach, new Gather(searcher, reader, stop).Run(Ask.Of(asked.Wording, reach), asked.Kind, Wanted(asked)))).First(a => a.Hits.Count > 0 || a.Reach == Reach.Any), stop);
        return answer is null ? null : await ShowAsync(db, asked, answer, stop);
    }

    private sealed record Answer(Reach Reach, Hits Hits);

    private static int Wanted(Asked asked) => asked.Kind is null ? PageSize : (asked.Page * PageSize) + 1;

    /// <summary>What is known not to widen anything is left out.</summary>
    private static IEnumerable<Reach> Widening(Asked asked)
    {
        if (asked.Reach == Reach.All) yield return Reach.All;
        if (asked.Reach <= Reach.Near && asked.Wording.Words.Any(w => w.Edits > 0)) yield return Reach.Near;
        yield return Reach.Any;
    }

    private async Task<Found> ShowAsync(ReadDb db, Asked asked, Answer answer, CancellationToken stop)
    {
        var (order, hits) = (Order(answer.Hits), answer.Hits.Top);
        var several = asked.Kind is null && order.Length > 1;
        List<Hit> shown = several ? [.. order.SelectMany(o => hits.Where(h => h.Kind == o.Kind).Take(OfEach))]
            : [.. hits.Skip(asked.Kind is null ? 0 : (asked.Page - 1) * PageSize).Take(PageSize)];
        var documents = await db.FindAsync([.. shown.Select(h => h.Record)], stop);
        var records = new List<FoundRecord>();
        foreach (var hit in shown)
            if (documents.TryGetValue(hit.Record, out var document) && !document.Gone) records.Add(await Snippets.ShowAsync(store, document, asked.Wording, answer.Reach != Reach.All, stop));
        await BecauseAsync(db, records, asked.Wording, answer.Reach != Reach.All, stop);
        var total = asked.Kind is null ? 0 : answer.Hits.Counts.GetValueOrDefault(asked.Kind);
        return new(answer.Reach, order, [.. records], total > asked.Page * PageSize && asked.Page < Pages);
    }

    /// <summary>Gives a reason to those in which nothing is marked.</summary>
    private static async Task BecauseAsync(ReadDb db, List<FoundRecord> records, Wording wording, bool near, CancellationToken stop)
    {
        var bare = records.Where(r => r.Snippet.IsEmpty && !r.Title.Any(t => t.Marked)).Select(r => r.Record).ToList();
        if (bare.Count == 0) return;
        var links = await db.Links.Where(l => bare.Contains(l.Record)).Join(db.Headlines, l => l.Target, h => h.Record, (l, h) => new { l.Record, h.Title, h.Detail }).Take(2000).ToListAsync(stop);
        var names = links.ToLookup(l => l.Record, l => l.Detail.Length > 0 ? $"{l.Title} ({l.Detail})" : l.Title);
        for (var i = 0; i < records.Count; i++)
            if (names.Contains(records[i].Record)) records[i] = Snippets.Because(records[i], names[records[i].Record], wording, near);
    }

    private static ImmutableArray<(string Kind, int Count)> Order(Hits hits) =>
        [.. hits.Top.Select(h => h.Kind).Concat(hits.Counts.Keys.Order(StringComparer.Ordinal)).Distinct().Where(k => Kinds.Find(k) is not null).Select(k => (k, hits.Counts[k]))];

    /// <summary>Records whose names, acronyms or numbers begin as typed; at most eight, the likeliest first. None while there is no index.</summary>
    public async Task<IReadOnlyList<(Guid Record, string Kind, Headline Head)>> SuggestAsync(Reader reader, Wording wording, CancellationToken stop = default)
    {
        if (wording.IsEmpty || wording.Words.Sum(w => w.Word.Length) < 2) return [];
        var hits = await index.AskAsync(0, searcher => Suggested(searcher, reader, wording, stop), stop) ?? [];
        await using var db = store.Read(reader);
        var documents = hits.Count == 0 ? new Dictionary<Guid, Document>() : await db.FindAsync([.. hits.Select(h => h.Record)], stop);
        return [.. hits.Where(h => documents.TryGetValue(h.Record, out var d) && !d.Gone).Select(h => (h.Record, h.Kind, Kinds.Of(h.Kind).Head(documents[h.Record])))];
    }

    private const int Suggestions = 8, Walked = 20_000;

    private static List<Hit> Suggested(Lucene.Net.Search.IndexSearcher searcher, Reader reader, Wording wording, CancellationToken stop)
    {
        var hits = new List<Hit>();
        foreach (var query in Ask.Suggesting(wording))
        {
            if (hits.Count >= Suggestions) break;
            // Records that somebody keeps come before documents that came in.
            var found = new Gather(searcher, reader, stop).Run(query, null, Suggestions, Walked).Top.OrderBy(h => h.Kind == SourceKind.Name);
            hits.AddRange(found.ExceptBy(hits.Select(h => h.Record), h => h.Record).Take(Suggestions - hits.Count));
        }

        return hits;
    }
}
