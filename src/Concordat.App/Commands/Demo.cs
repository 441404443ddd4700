using Concordat.Storage;

namespace Concordat.App.Commands;

/// <summary>Makes a data folder with a sample programme and serves it; the next start keeps what is there.</summary>
internal static class Demo
{
    private static readonly Option Data = new("--data", "DIR", "the demo's data folder, ./demo-data unless named");

    public static readonly Command Command = new("demo", "Load a sample programme of invented people and organisations, and serve it.", RunAsync)
    {
        Options = [Data, Serving.Port],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (!Serving.PortOf(arguments).TryGet(out var port, out var wrong)) return CommandLine.Wrong(wrong, Command, terminal);
        if (Serving.PortRefusal(port) is { } taken) return terminal.Refuse(taken);
        var place = new StorePlace(Path.GetFullPath(arguments.Value(Data.Name) ?? "demo-data"));
        if (!(await Store.OpenAsync(place, stop)).TryGet(out var store, out var refusal)) return terminal.Refuse(refusal);
        await using var open = store;
        return await Serving.RunAsync(store, port, terminal, stop);
    }
}
