using Concordat.Storage;

namespace Concordat.App.Shell;

/// <summary>Long work under way in the background, or how it ended. It can be stopped; what it saved until then stays.</summary>
public abstract class Job : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public Refusal? Refusal { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>Begins, and waits a moment, so that small work is done when this returns.</summary>
    /// <param name="work">Its refusal, or null when all was done.</param>
    /// <param name="stopped">What the job is refused with when somebody stops it.</param>
    /// <param name="counts">Counted anew when it ends.</param>
    internal async Task StartAsync(Func<CancellationToken, Task<Refusal?>> work, Refusal stopped, RailCounts counts, CancellationToken wait)
    {
        var running = Task.Run(() => RunAsync(work, stopped, counts), CancellationToken.None);
        await Task.WhenAny(running, Task.Delay(1500, wait));
    }

    private async Task RunAsync(Func<CancellationToken, Task<Refusal?>> work, Refusal stopped, RailCounts counts)
    {
        try
        {
            Refusal = await work(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            Refusal = stopped;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } lost)
        {
            Refusal = lost;
        }
        finally
        {
            counts.Forget();
            Ended = true;
        }
    }

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }
}
