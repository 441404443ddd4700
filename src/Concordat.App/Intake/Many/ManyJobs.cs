using System.Collections.Concurrent;
using System.Collections.Immutable;
using Concordat.App.Shell;
using Concordat.Intake.Many;

namespace Concordat.App.Intake.Many;

/// <summary>A taking-in of many files under way, or how it ended.</summary>
public sealed class ManyJob(string name, int files) : Job, IProgress<ManyFile>
{
    private readonly ConcurrentQueue<ManyFile> _done = new();

    public string Name => name;

    public int Files => files;

    public ImmutableArray<ManyFile> Done => [.. _done];

    public void Report(ManyFile value) => _done.Enqueue(value);
}

/// <summary>Takes archives in, in the background, so that pages answer meanwhile. What became of the files is remembered while the program runs; the documents wait at the desk in any case.</summary>
public sealed class ManyJobs(TakeInMany many, RailCounts counts, TimeProvider clock) : IDisposable
{
    private const int Remembered = 20;

    private readonly ConcurrentDictionary<Guid, ManyJob> _jobs = new();

    public ManyJob? Find(Guid id) => _jobs.GetValueOrDefault(id);

    /// <summary>Begins; waits a moment, so that a small archive is done when this returns.</summary>
    /// <returns>Refusals of <see cref="ManyFiles.OfArchive"/>.</returns>
    public async Task<Outcome<Guid>> StartAsync(Actor by, byte[] archive, string name, CancellationToken stop)
    {
        if (!ManyFiles.OfArchive(archive, name).TryGet(out var files, out var refusal)) return refusal;
        var (id, job) = (Ids.New(clock), new ManyJob(name, files.Count));
        foreach (var old in _jobs.OrderBy(j => j.Key).Where(j => j.Value.Ended).SkipLast(Remembered)) _jobs.TryRemove(old.Key, out _);
        _jobs[id] = job;
        await job.StartAsync(token => RunAsync(by, files, job, token), new("intake.stopped", "It was stopped. What was taken in until then stays; send the archive again to go on."), counts, stop);
        return id;
    }

    private async Task<Refusal?> RunAsync(Actor by, IReadOnlyList<FoundFile> files, ManyJob job, CancellationToken stop)
    {
        await many.RunAsync(by, files, job, stop);
        return null;
    }

    public void Dispose()
    {
        foreach (var job in _jobs.Values) job.Dispose();
    }
}
