using Concordat.Storage;

namespace Concordat.App.Api;

/// <summary>Lets requests wait for the next commit of any process. However many wait, one small statement a beat looks for it.</summary>
internal sealed class CommitWatch(Store store, TimeProvider clock, IHostApplicationLifetime life)
{
    /// <summary>From here on nobody waits: a request is answered at once.</summary>
    public const int MostWaiting = 100;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private Task<long>? _look;
    private int _waiting;

    /// <summary>Returns when there is a later commit, the time is over, or the server is about to stop.</summary>
    public async Task AfterAsync(long seq, TimeSpan most, CancellationToken stop)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return;
        }

        try
        {
            var began = clock.GetTimestamp();
            while (clock.GetElapsedTime(began) < most && !life.ApplicationStopping.IsCancellationRequested)
                if (await Look().WaitAsync(stop) > seq) return;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private Task<long> Look()
    {
        lock (_gate) return _look is { IsCompleted: false } ? _look : _look = LookAsync();
    }

    private async Task<long> LookAsync()
    {
        await Task.Delay(Beat, clock);
        return await store.HeadAsync();
    }
}
