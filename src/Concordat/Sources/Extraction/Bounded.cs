namespace Concordat.Sources.Extraction;

/// <summary>Runs a reader of hostile input where it can do least harm: on a thread of its own with a deep stack, for a limited time.</summary>
/// <remarks>
/// A reader that neither ends nor heeds its token is abandoned: .NET cannot end a thread, so it goes on in the background
/// and costs one core until it ends by itself or the process does. At most <see cref="MostAbandoned"/> are let run so;
/// after that files are kept unread until one has ended.
/// </remarks>
internal static class Bounded
{
    public const int MostAbandoned = 4;

    // Address space, not memory: only what is touched is used.
    private const int StackBytes = 256 * Limits.Megabyte;

    private static int s_abandoned;

    /// <summary>How many readers go on without anybody waiting.</summary>
    public static int Abandoned => Volatile.Read(ref s_abandoned);

    /// <summary>Runs <paramref name="work"/>; its token is cancelled after <paramref name="time"/>, and it is left alone after <paramref name="grace"/> more.</summary>
    /// <exception cref="TimeoutException">It was abandoned.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, T> work, TimeSpan time, TimeSpan grace, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var late = new CancellationTokenSource(time);
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Work(work, done, late.Token), StackBytes) { IsBackground = true, Name = "extract", Priority = ThreadPriority.BelowNormal };
        thread.Start();
        try
        {
            return await done.Task.WaitAsync(time + grace, stop);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && !done.Task.IsCompleted)
        {
            Interlocked.Increment(ref s_abandoned);
            await late.CancelAsync();
            _ = done.Task.ContinueWith(static t => { _ = t.Exception; Interlocked.Decrement(ref s_abandoned); }, TaskScheduler.Default);
            throw;
        }
        finally
        {
            if (done.Task.IsCompleted) late.Dispose();
        }
    }

    private static void Work<T>(Func<CancellationToken, T> work, TaskCompletionSource<T> done, CancellationToken late)
    {
        try { done.SetResult(work(late)); }
        catch (Exception e) { done.SetException(e); }
    }
}
