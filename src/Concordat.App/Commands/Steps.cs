using System.Diagnostics;

namespace Concordat.App.Commands;

/// <summary>Says what is being done, and how long it took once it is done.</summary>
internal sealed class Steps(Terminal terminal)
{
    /// <summary>Runs one step; a refusal is said on the same line's end and handed on.</summary>
    public async Task<Outcome<T>> RunAsync<T>(string what, Func<Task<Outcome<T>>> step)
    {
        await terminal.Error.WriteAsync(what + " … ");
        await terminal.Error.FlushAsync();
        var clock = Stopwatch.StartNew();
        var outcome = await step();
        await terminal.Error.WriteLineAsync(outcome.Done ? $"{clock.Elapsed.TotalSeconds:0.0} s" : "refused");
        return outcome;
    }
}
