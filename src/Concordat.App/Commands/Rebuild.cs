using Concordat.Search;
using Concordat.Storage;

namespace Concordat.App.Commands;

/// <summary>Remakes everything that follows from the journal.</summary>
internal static class Rebuild
{
    public static readonly Command Command = new("rebuild", "Remake every record, list and the search index from the journal.", RunAsync) { Options = [DataPlace.Data, DataPlace.Postgres] };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (!(await DataPlace.OpenExistingAsync(arguments, stop)).TryGet(out var store, out var refusal)) return terminal.Refuse(refusal);
        await using var open = store;
        await terminal.Error.WriteLineAsync($"Rebuilding {store.Place.Folder} …");
        var rebuilt = await new Rebuilder(store).RunAsync(new Counting(terminal), stop);
        if (!rebuilt.TryGet(out var records, out refusal)) return terminal.Refuse(refusal);
        await terminal.Out.WriteLineAsync($"{records:N0} records rebuilt from the journal");
        return await IndexAsync(store, terminal, stop);
    }

    /// <summary>The search index follows from the records: a server that runs makes its own anew.</summary>
    private static async Task<int> IndexAsync(Store store, Terminal terminal, CancellationToken stop)
    {
        await using var index = new SearchIndex(store, TimeProvider.System);
        if (!(await index.RebuildAsync(stop)).TryGet(out var here, out var refusal)) return terminal.Refuse(refusal);
        await terminal.Out.WriteLineAsync(here ? "search index built" : "The server that runs builds its search index anew.");
        return Exit.Done;
    }

    /// <summary>Says how far it is: over the same line for a person, every ten thousand records in a log.</summary>
    private sealed class Counting(Terminal terminal) : IProgress<long>
    {
        public void Report(long value)
        {
            if (terminal.Live) terminal.Error.Write($"\r{value:N0} records");
            else if (value % 10_000 == 0) terminal.Error.WriteLine($"{value:N0} records");
        }
    }
}
