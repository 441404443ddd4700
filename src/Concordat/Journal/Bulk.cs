using System.Collections.Immutable;
using Concordat.Storage;

namespace Concordat;

/// <summary>What a bulk load did.</summary>
/// <param name="Made">Records made now.</param>
/// <param name="Before">Records that an earlier run of the same file had made.</param>
/// <param name="Seq">The last commit; 0 when nothing was written.</param>
public sealed record BulkSaved(long Made, long Before, long Seq);

/// <summary>Row by row, what a bulk load could not take; the batches before it are saved and stay.</summary>
/// <param name="Row">Place of the record in the file, from 0.</param>
public sealed record BulkRefused(long Row, Refusal Why) : Refusal(Why.Code, $"Record {Row + 1:N0} of the file: {Why.Message}");

/// <summary>Writes many new records through the bulk door: the same entries, documents and rows as saves, a commit for each batch.</summary>
/// <remarks>A batch ends after 1,000 records or 250 ms of writing, so that other writers get their turn.</remarks>
internal sealed class Bulk(Store store, TimeProvider clock, Actor by, string file, string? reason)
{
    private const int Most = 1000, Fewest = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);
    private readonly Queue<Edit> _waiting = [];
    private long _row;
    // What is decided and not written is decided again: after a batch that was cut short the next one is as small.
    private int _size = Most;

    public async Task<Outcome<BulkSaved>> RunAsync(IAsyncEnumerable<Edit> creates, IProgress<long>? progress, CancellationToken stop)
    {
        await using var source = creates.GetAsyncEnumerator(stop);
        var (batch, before) = await SkipAsync(source, stop);
        var (made, seq) = (0L, 0L);
        while (await FillAsync(source))
        {
            if (!(await BatchAsync($"{file}/{batch}", stop)).TryGet(out var commit, out var refusal)) return refusal;
            (made, seq, batch, _row) = (made + commit.Entries, commit.Seq, batch + 1, _row + commit.Entries);
            progress?.Report(before + made);
        }

        return new BulkSaved(made, before, seq);
    }

    /// <summary>Passes over the records that earlier runs saved; each commit tells how many.</summary>
    private async Task<(int Batch, long Before)> SkipAsync(IAsyncEnumerator<Edit> source, CancellationToken stop)
    {
        await using var writer = await store.Writers.BeginAsync(stop);
        var batch = 0;
        for (; await writer.BatchAsync($"{file}/{batch}", stop) is { } entries; batch++)
            for (var i = 0; i < entries && await source.MoveNextAsync(); i++) _row++;
        return (batch, _row);
    }

    private async Task<bool> FillAsync(IAsyncEnumerator<Edit> source)
    {
        while (_waiting.Count < _size && await source.MoveNextAsync()) _waiting.Enqueue(source.Current);
        return _waiting.Count > 0;
    }

    private async Task<Outcome<CommitRow>> BatchAsync(string name, CancellationToken stop)
    {
        await using var writer = await store.Writers.BeginAsync(stop);
        var stamp = new Stamp(by, Json.Cut(clock.GetUtcNow()), reason);
        var edits = _waiting.Take(_size).ToList();
        if (!(await DecideAsync(edits, stamp, writer, stop)).TryGet(out var steps, out var refusal)) return refusal;
        var written = new List<Step>();
        var gathered = new Gathered(store, writer, await writer.RedirectsAsync(steps.Values.Select(s => s.Next), stop));
        var started = clock.GetTimestamp();
        // One at least: on a machine that stalls a batch would be empty otherwise.
        foreach (var edit in edits.TakeWhile((_, i) => i == 0 || clock.GetElapsedTime(started) < Longest))
        {
            written.Add(steps[edit.Record]);
            await gathered.AddAsync(steps[edit.Record].Next, stop);
        }

        await gathered.SendAsync(stop);
        var commit = await writer.CommitAsync([.. written.Select(w => w.Entry!).OrderBy(e => e.Document.Id)], stamp, name, stop);
        await writer.FinishAsync(stop);
        for (var i = 0; i < written.Count; i++) _waiting.Dequeue();
        _size = written.Count < edits.Count ? Math.Max(written.Count, Fewest) : Math.Min(_size * 2, Most);
        return commit;
    }

    /// <summary>Decides all that wait; a record may refer to saved ones and to earlier ones of the file, so that a batch may end anywhere.</summary>
    private async Task<Outcome<Dictionary<Guid, Step>>> DecideAsync(List<Edit> edits, Stamp stamp, Writer writer, CancellationToken stop)
    {
        var place = new Dictionary<Guid, int>();
        for (var i = 0; i < edits.Count; i++)
        {
            if (edits[i].BaseVersion != 0) return new BulkRefused(_row + i, JournalRefusals.CreatesOnly);
            if (!place.TryAdd(edits[i].Record, i)) return new BulkRefused(_row + i, JournalRefusals.Exists(edits[i].Record));
        }

        var held = await writer.HoldAsync(place.Keys, wholly: false, stop);
        if (edits.FindIndex(e => held.ContainsKey(e.Record)) is var there and >= 0) return new BulkRefused(_row + there, JournalRefusals.Exists(edits[there].Record));
        var steps = new Dictionary<Guid, Step>();
        for (var i = 0; i < edits.Count; i++)
        {
            if (Kinds.Find(edits[i].Kind) is not { } kind) return new BulkRefused(_row + i, JournalRefusals.NotFound(edits[i].Record));
            if (!ApplyEdit.To(null, edits[i], kind, stamp).TryGet(out var next, out var refusal)) return new BulkRefused(_row + i, refusal);
            steps[edits[i].Record] = Step.Of(null, next, stamp, null);
        }

        return await Decide.ForwardAsync(steps, place, writer, stop) is var (row, wrong) ? new BulkRefused(_row + row, wrong) : steps;
    }

    /// <summary>Rows by table, for one stream each on PostgreSQL.</summary>
    private sealed class Gathered(Store store, Writer writer, Redirects redirects)
    {
        private readonly Dictionary<Type, List<object>> _rows = [];

        public async Task AddAsync(Document document, CancellationToken stop)
        {
            var row = new DocumentRow { Id = document.Id, Kind = document.Kind, Version = document.Version, Content = document.Canonical() };
            foreach (var each in Project.Rows(document, Kinds.Of(document.Kind), redirects).Prepend<object>(row))
            {
                if (!store.IsPostgres) { await writer.InsertAsync(each, stop); continue; }
                if (!_rows.TryGetValue(each.GetType(), out var rows)) _rows[each.GetType()] = rows = [];
                rows.Add(each);
            }
        }

        public async Task SendAsync(CancellationToken stop)
        {
            foreach (var (type, rows) in _rows) await writer.CopyAsync(store.Table(type), rows, stop);
        }
    }
}
