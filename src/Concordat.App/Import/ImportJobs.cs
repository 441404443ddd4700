using System.Collections.Concurrent;
using Concordat.App.Shell;
using Concordat.Import;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;
using Concordat.Storage;

namespace Concordat.App.Import;

/// <summary>An import or a trial under way, or how it ended.</summary>
public sealed class ImportJob(bool dry) : Job, IProgress<ImportReport>
{
    public bool Dry => dry;
    public ImportReport Now { get; private set; } = new();

    public void Report(ImportReport value) => Now = value;
}

/// <summary>Runs imports in the background, one at a time for each file, so that pages answer meanwhile.</summary>
public sealed class ImportJobs(Store store, Journal journal, TimeProvider clock, RailCounts counts) : IDisposable
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
        await job.StartAsync(token => RunAsync(by, state, mapping, opened.Bytes, opened.File, job, token), new("import.stopped", "It was stopped. What was saved until then stays; go on whenever you like."), counts, stop);
        return job;
    }

    private async Task<Refusal?> RunAsync(Actor by, ImportState state, Mapping mapping, byte[] bytes, TableFile file, ImportJob job, CancellationToken stop)
    {
        var run = await new ImportTable(store, journal, clock).RunAsync(by, bytes, file, mapping, job.Dry, job, stop);
        return run.Done && job.Dry ? (await journal.KeepAsync(by, (state with { Mapping = mapping, Report = run.Value }).Row())).Refusal : run.Refusal;
    }

    public void Dispose()
    {
        foreach (var job in _jobs.Values) job.Dispose();
    }
}
