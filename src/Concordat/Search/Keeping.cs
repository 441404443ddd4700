using System.Text;
using Concordat.Search.Index;
using Concordat.Sources;
using Concordat.Storage;

namespace Concordat.Search;

/// <summary>Writes what the register holds into an index: all of it, or what changed.</summary>
internal sealed class Keeping(Store store, Follow follow, Action<IndexState> told)
{
    private const int Batch = 250;
    private Reached _kept = Reached.Nothing;

    /// <returns>Null when there is none that belongs to this register and this version.</returns>
    public async Task<Engine?> OpenAsync(string folder, CancellationToken stop)
    {
        if (Engine.Open(folder) is not { } engine) return null;
        try
        {
            engine.Check();
            _kept = engine.At;
            if (await follow.HasAsync(engine.At, stop)) return engine;
        }
        catch
        {
            engine.Dispose();
            throw;
        }

        engine.Dispose();
        return null;
    }

    /// <summary>Makes the index from every record as it is at this moment.</summary>
    public async Task<Engine> BuildAsync(string folder, CancellationToken stop)
    {
        told(new(IndexPhase.Building));
        var engine = Engine.Create(folder);
        try
        {
            var (at, done, total) = (Reached.Nothing, 0L, 0L);
            await foreach (var records in follow.AllAsync((place, count) => (at, total) = (place, count), stop))
            {
                foreach (var record in records.Where(r => !r.Document.Gone)) engine.Add(await DescribeAsync(record, stop));
                told(new(IndexPhase.Building, done += records.Count, total));
            }

            engine.Show(at);
            Keep(engine);
            return engine;
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>Takes in the next commits.</summary>
    /// <returns>False when there are none.</returns>
    public async Task<bool> CatchUpAsync(Engine engine, CancellationToken stop)
    {
        var (to, records) = await follow.NextAsync(engine.At, stop);
        if (to == engine.At) return false;
        foreach (var batch in records.Chunk(Batch))
        {
            foreach (var renamed in await WriteAsync(engine, batch, stop)) await ReferringAsync(engine, renamed, stop);
            engine.Show(engine.At);
        }

        engine.Show(to);
        return true;
    }

    /// <returns>Records whose names or label are others than before.</returns>
    private async Task<List<Guid>> WriteAsync(Engine engine, IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var (before, renamed) = (engine.Signatures(records), new List<Guid>());
        foreach (var record in await follow.ReadAsync(records, stop))
        {
            var (id, old) = (record.Document.Id, before.GetValueOrDefault(record.Document.Id));
            if (record.Document.Gone) { engine.Remove(id); continue; }
            var described = await DescribeAsync(record, stop);
            engine.Put(described);
            // Nothing can have referred to a record that was not there.
            if (old != described.Signature && (old is not null || record.Document.Version > 1)) renamed.Add(id);
        }

        return renamed;
    }

    private async Task ReferringAsync(Engine engine, Guid renamed, CancellationToken stop)
    {
        for (var after = Guid.Empty; ;)
        {
            var records = await follow.ReferringAsync(renamed, after, stop);
            if (records.Count == 0) return;
            after = records[^1];
            // These keep their own names: nothing follows from them.
            foreach (var batch in records.Chunk(Batch)) await WriteAsync(engine, batch, stop);
        }
    }

    private async Task<Described> DescribeAsync(Followed record, CancellationToken stop) =>
        Described.Of(record, record.Document.Kind == SourceKind.Name ? await TextAsync(store, record.Document, stop) : "");

    /// <summary>The text of a source as its page shows it; empty when it has none, or its file cannot be read: one bad file stops no search.</summary>
    public static async Task<string> TextAsync(Store store, Document source, CancellationToken stop)
    {
        try
        {
            return source.As<Source>().Texts is [var first, ..] && await store.Files.GetAsync(first.Digest, stop) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Puts on disk what has changed since it was last put there.</summary>
    public void Keep(Engine engine)
    {
        if (engine.At == _kept) return;
        engine.Keep();
        _kept = engine.At;
    }
}
