using System.Collections.Concurrent;
using Concordat.Import;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;
using Concordat.Storage;

namespace Concordat.App.Import;

/// <summary>An import or a trial under way, or how it ended.</summary>
public sealed class ImportJob(bool dry) : IProgress<ImportReport>, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public bool Dry => dry;
    public ImportReport Now { get; private set; } = new();
    public Refusal? Refusal { get; internal set; }
    public bool Ended { get; internal set; }
    internal CancellationToken Token => _stop.Token;

    public void Report(ImportReport value) => Now = value;

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();
}

/// <summary>Runs imports in the background, one at a time for each file, so that pages answer meanwhile.</summary>
public sealed class ImportJobs(Store store, Journal journal, TimeProvider clock, Shell.RailCounts counts) : IDisposable
{
    private readonly ConcurrentDictionary<string, ImportJob> _jobs = new();

    public ImportJob? Find(string digest) => _jobs.GetValueOrDefault(digest);

    /// <summary>Keeps the file and remembers it among the imports.</summary>
    /// <returns>Its state; refusals of reading a table and <c>storage.*</c>.</returns>
    public async Task<Outcome<ImportState>> TakeAsync(Actor by, byte[] bytes, string name, CancellationToken stop)
    {
        if (!OpenTable.Read(bytes, name).TryGet(out var file, out var refusal)) return refusal;
        if (!(file.Find(null) is { Done: true } sheet ? file.Head(sheet.Value, 1) : ImportRefusals.Empty).TryGet(out var head, out refusal)) return refusal;
        if (head.IsEmpty) return ImportRefusals.Empty;
        if (!(await store.Files.PutAsync(bytes, stop)).TryGet(out var digest, out refusal)) return refusal;
        await using var db = store.Read(Reader.Local);
        if (await ImportState.FindAsync(db, digest, stop) is { } known) return known;
        var state = new ImportState { Digest = digest, Name = name, At = clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000 };
        var kept = await journal.KeepAsync(by, state.Row());
        return kept.Done ? state : kept.Refusal!;
    }

    /// <summary>The file of an import, opened.</summary>
    /// <returns>Refusals <c>import.not-found</c> and those of reading a table.</returns>
    public async Task<Outcome<(byte[] Bytes, TableFile File)>> OpenAsync(ImportState state, CancellationToken stop)
    {
        if (await store.Files.GetAsync(state.Digest, stop) is not { } bytes) return ImportRefusals.Gone;
        return OpenTable.Read(bytes, state.Name).TryGet(out var file, out var refusal) ? (bytes, file) : refusal;
    }

    /// <summary>Begins a trial or an import; waits a moment, so that a small table is done when this returns.</summary>
    /// <returns>Refusals <c>import.running</c> and those of <see cref="OpenAsync"/>.</returns>
    public async Task<Outcome<ImportJob>> StartAsync(Actor by, ImportState state, Mapping mapping, bool dry, CancellationToken stop)
    {
        if (!(await OpenAsync(state, stop)).TryGet(out var opened, out var refusal)) return refusal;
        var job = new ImportJob(dry);
        if (_jobs.TryGetValue(state.Digest, out var before) && !before.Ended) return ImportRefusals.Running;
        if (before is null ? !_jobs.TryAdd(state.Digest, job) : !_jobs.TryUpdate(state.Digest, job, before)) return ImportRefusals.Running;
        var running = Task.Run(() => RunAsync(by, state, mapping, opened.Bytes, opened.File, job), CancellationToken.None);
        await Task.WhenAny(running, Task.Delay(1500, stop));
        return job;
    }

    private async Task RunAsync(Actor by, ImportState state, Mapping mapping, byte[] bytes, TableFile file, ImportJob job)
    {
        try
        {
            var run = await new ImportTable(store, journal, clock).RunAsync(by, bytes, file, mapping, job.Dry, job, job.Token);
            job.Refusal = run.Refusal;
            if (run.Done && job.Dry) job.Refusal = (await journal.KeepAsync(by, (state with { Mapping = mapping, Report = run.Value }).Row())).Refusal;
        }
        catch (OperationCanceledException)
        {
            job.Refusal = new Refusal("import.stopped", "It was stopped. What was saved until then stays; go on whenever you like.");
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } lost)
        {
            job.Refusal = lost;
        }
        finally
        {
            counts.Forget();
            job.Ended = true;
        }
    }

    public void Dispose()
    {
        foreach (var job in _jobs.Values)
        {
            job.Stop();
            job.Dispose();
        }
    }
}
