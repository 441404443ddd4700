using Concordat.Search;
using Concordat.Search.Index;
using Concordat.Tests.Storage;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Fields = Concordat.Search.Index.Fields;

namespace Concordat.Tests.Search;

/// <summary>A store with its index, and a look into what the index holds.</summary>
internal sealed class SearchBed : IAsyncDisposable
{
    private SearchBed(TestStore bed)
    {
        Bed = bed;
        Index = new(bed.Store, TimeProvider.System, e => Stumbles.Enqueue(e)) { Rest = TimeSpan.FromMilliseconds(200) };
        Find = new(bed.Store, Index);
    }

    public TestStore Bed { get; }
    public SearchIndex Index { get; private set; }
    public Find Find { get; private set; }
    public System.Collections.Concurrent.ConcurrentQueue<Exception> Stumbles { get; } = [];

    public static async Task<SearchBed> NewAsync(Database database, bool start = true)
    {
        var bed = new SearchBed(await Databases.NewAsync(database));
        if (start) bed.Index.Start();
        return bed;
    }

    /// <summary>Ends the index and begins anew over the same folder.</summary>
    public async Task AgainAsync(Func<Task>? between = null)
    {
        await Index.DisposeAsync();
        if (between is not null) await between();
        Index = new(Bed.Store, TimeProvider.System, e => Stumbles.Enqueue(e)) { Rest = TimeSpan.FromMilliseconds(200) };
        Find = new(Bed.Store, Index);
        Index.Start();
    }

    public async Task<Found> FoundAsync(string typed, Reach reach = Reach.All, string? kind = null, int page = 1, Reader? reader = null)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await Find.RunAsync(reader ?? Reader.Local, new(Wording.Of(typed), reach, kind, page)) is { } found) return found;
            await Task.Delay(50);
        }

        throw new Xunit.Sdk.XunitException($"No index after 5 s: {Index.State} {string.Join('\n', Stumbles)}");
    }

    public async Task<List<string>> TitlesAsync(string typed, Reach reach = Reach.All) => [.. (await FoundAsync(typed, reach)).Records.Select(r => r.Head.Title)];

    public async Task<Guid> MakeAsync(string kind, params Change[] changes)
    {
        var id = Ids.New(TimeProvider.System);
        var saved = await Bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, kind, changes)]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    public Task<Guid> PersonAsync(string name) => MakeAsync("person", new Set("name", name));

    /// <summary>All that the index says of each record: field, word and places.</summary>
    public async Task<SortedDictionary<string, string>> ShownAsync()
    {
        await FoundAsync("anything");
        var head = await new Concordat.Storage.Follow(Bed.Store).HeadAsync(default);
        return (await Index.AskAsync(head.Seq, searcher => new SortedDictionary<string, string>(searcher.IndexReader.Leaves.SelectMany(Shown).ToDictionary(), StringComparer.Ordinal), default))!;
    }

    private static IEnumerable<KeyValuePair<string, string>> Shown(AtomicReaderContext leaf)
    {
        var (reader, lines) = (leaf.AtomicReader, new Dictionary<int, List<string>>());
        foreach (var field in reader.Fields)
            for (var terms = reader.GetTerms(field).GetEnumerator(); terms.MoveNext();)
                foreach (var (document, places) in Places(reader, field, terms.Term))
                    (lines.TryGetValue(document, out var of) ? of : lines[document] = []).Add($"{field}:{terms.Term.Utf8ToString()}@{places}");
        return lines.Select(l => KeyValuePair.Create(reader.Document(l.Key).Get(Fields.Record), string.Join('\n', l.Value.Append(reader.Document(l.Key).Get(Fields.Signature)).Order(StringComparer.Ordinal))));
    }

    private static IEnumerable<(int Document, string Places)> Places(AtomicReader reader, string field, BytesRef term)
    {
        var word = new Term(field, BytesRef.DeepCopyOf(term));
        if (reader.GetTermPositionsEnum(word) is { } positions)
            while (positions.NextDoc() != DocsEnum.NO_MORE_DOCS) { if (Live(positions.DocID)) yield return (positions.DocID, string.Join(',', Enumerable.Range(0, positions.Freq).Select(_ => positions.NextPosition()))); }
        else if (reader.GetTermDocsEnum(word) is { } documents)
            while (documents.NextDoc() != DocsEnum.NO_MORE_DOCS) { if (Live(documents.DocID)) yield return (documents.DocID, ""); }

        bool Live(int document) => reader.LiveDocs?.Get(document) ?? true;
    }

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        await Bed.DisposeAsync();
    }
}
