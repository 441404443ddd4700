using Concordat.Search.Index;
using Concordat.Storage;
using LockObtainFailedException = Lucene.Net.Store.LockObtainFailedException;

namespace Concordat.Search;

/// <summary>The index of one data folder, kept in step with the register: made when it is missing, damaged, of another version or of another register, while everything else goes on.</summary>
/// <remarks>Derived: it may be deleted at any time. Nothing waits for it longer than a second.</remarks>
public sealed class SearchIndex : IAsyncDisposable
{
    private const long Few = 2000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2), Flush = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(1), Check = TimeSpan.FromHours(1);

    private readonly Store _store;
    private readonly TimeProvider _clock;
    private readonly Action<Exception> _told;
    private readonly Follow _follow;
    private readonly Keeping _keeping;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _step = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Engine? _engine;
    private Task _running = Task.CompletedTask;
    private bool _anew, _failed;
    private long _flushed, _checked;

    /// <param name="told">Told of what the index stumbles over.</param>
    public SearchIndex(Store store, TimeProvider clock, Action<Exception>? told = null)
    {
        (_store, _clock, _told, _follow) = (store, clock, told ?? (_ => { }), new(store));
        _keeping = new(store, _follow, s => State = s);
        Folder = FolderOf(store.Place.Folder);
    }

    public string Folder { get; }

    /// <summary>How long it leaves an index alone that cannot be used.</summary>
    internal TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(15);

    public IndexState State { get; private set; } = new(IndexPhase.Starting);

    private static string FolderOf(string data) => Path.Combine(data, "index");

    /// <summary>A file of this name tells whoever holds the index to build it anew.</summary>
    private string Mark => Path.Combine(Folder, "rebuild");

    /// <summary>Begins to follow the register, in the background.</summary>
    public void Start()
    {
        _store.Committed += Wake;
        _running = Task.Run(RunAsync);
    }

    /// <summary>Builds the index anew: here, or by the server that holds it.</summary>
    /// <returns>True when it was built here, false when a server was told to do it; refusals as in <see cref="IndexState"/>.</returns>
    public async Task<Outcome<bool>> RebuildAsync(CancellationToken stop = default)
    {
        try
        {
            Close();
            _engine = await _keeping.BuildAsync(Folder, stop);
            return true;
        }
        catch (LockObtainFailedException)
        {
            await File.WriteAllTextAsync(Mark, "", stop);
            return false;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Why(error);
        }
    }

    private void Wake()
    {
        if (State.Phase == IndexPhase.Resting || _end.IsCancellationRequested) return;
        lock (_gate)
            if (_wake.CurrentCount == 0) _wake.Release();
    }

    private async Task RunAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var worked = await TryAsync(FollowAsync);
            Stepped();
            if (!_anew || !worked) await PauseAsync(worked ? Look : Rest);
        }
    }

    private async Task PauseAsync(TimeSpan span)
    {
        try
        {
            await _wake.WaitAsync(span, _end.Token);
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
    }

    private async Task<bool> TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            _failed = false;
            return true;
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception error)
        {
            return Stumble(error);
        }
    }

    /// <summary>What is damaged is built anew at once; what fails again, or lacks room or rights, is tried later.</summary>
    private bool Stumble(Exception error)
    {
        var why = Why(error);
        if (why != SearchRefusals.Locked) _told(error);
        // While the database does not answer, what is in the index is as good as ever.
        if (why.Code.StartsWith("storage.", StringComparison.Ordinal)) return false;
        Close();
        var again = why == SearchRefusals.Failed && !_failed;
        (_anew, _failed) = (why == SearchRefusals.Failed, why == SearchRefusals.Failed);
        State = again ? new(IndexPhase.Building) : new(IndexPhase.Resting, Why: why);
        return again;
    }

    private Refusal Why(Exception error) => error switch
    {
        LockObtainFailedException => SearchRefusals.Locked,
        UnauthorizedAccessException => SearchRefusals.NotWritable(Folder),
        IOException when StoreRefusals.From(error)?.Code is "storage.full" => SearchRefusals.NoRoom,
        IOException when StoreRefusals.From(error)?.Code is "storage.read-only" || File.Exists(Folder) => SearchRefusals.NotWritable(Folder),
        IOException => SearchRefusals.Failed,
        _ => StoreRefusals.From(error) ?? SearchRefusals.Failed,
    };

    private async Task FollowAsync()
    {
        if (File.Exists(Mark) || (_engine is { } known && !await _follow.HasAsync(known.At, _end.Token))) (_anew, _) = (true, Close());
        var engine = _engine;
        var opened = engine is null;
        engine ??= _anew ? null : await _keeping.OpenAsync(Folder, _end.Token);
        engine ??= await _keeping.BuildAsync(Folder, _end.Token);
        (_engine, _anew) = (engine, false);
        if (opened) _checked = _clock.GetTimestamp();
        else if (_clock.GetElapsedTime(_checked) > Check) { engine.Check(); _checked = _clock.GetTimestamp(); }
        while (await _keeping.CatchUpAsync(engine, _end.Token)) Stepped();
        if (_engine == engine && State.Phase != IndexPhase.Ready) State = new(IndexPhase.Ready);
        if (!opened && _clock.GetElapsedTime(_flushed) < Flush) return;
        _keeping.Keep(engine);
        _flushed = _clock.GetTimestamp();
    }

    private bool Close()
    {
        var engine = _engine;
        _engine = null;
        engine?.Dispose();
        return true;
    }

    private void Stepped() => Interlocked.Exchange(ref _step, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Asks the index as it stands at a commit or later; waits for it a second at most, then takes what there is.</summary>
    /// <returns>Null when there is no index to ask.</returns>
    internal async Task<T?> AskAsync<T>(long head, Func<Lucene.Net.Search.IndexSearcher, T> ask, CancellationToken stop) where T : class
    {
        for (var began = _clock.GetTimestamp(); Worthwhile(head) && _clock.GetElapsedTime(began) < Patience;)
        {
            var step = _step.Task;
            Wake();
            await Task.WhenAny(step, Task.Delay(TimeSpan.FromMilliseconds(50), stop));
            stop.ThrowIfCancellationRequested();
        }

        if (_engine is not { } engine) return null;
        try
        {
            return engine.Ask(ask);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Damaged(engine, error);
            return null;
        }
    }

    /// <summary>Whether the index will soon be where it is wanted.</summary>
    private bool Worthwhile(long head) => !_end.IsCancellationRequested && (_engine is { } engine ? engine.At.Seq < head : State is not { Phase: IndexPhase.Resting } and not { Phase: IndexPhase.Building, Total: > Few });

    /// <summary>What cannot be asked is built anew by the one that writes.</summary>
    private void Damaged(Engine engine, Exception error)
    {
        _told(error);
        lock (_gate)
        {
            if (_engine != engine) return;
            _engine = null;
        }

        engine.Dispose();
        _anew = true;
        State = new(IndexPhase.Building);
        Wake();
    }

    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested) return;
        _store.Committed -= Wake;
        await _end.CancelAsync();
        await _running;
        if (_engine is { } engine) await TryAsync(() => { _keeping.Keep(engine); return Task.CompletedTask; });
        Close();
        _wake.Dispose();
    }
}
