using Concordat.Storage;

namespace Concordat.App.Commands;

/// <summary>Opens a data folder and serves its pages until it is told to stop.</summary>
internal static class Serve
{
    public static readonly Option Address = new("--address", "ADDRESS", "only addresses of this machine until there is a sign-in; localhost unless named");

    public static readonly Command Command = new("serve", "Serve the pages of a data folder.", RunAsync)
    {
        Options = [DataPlace.Data, Serving.Port, DataPlace.Postgres, Address],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (!Serving.PortOf(arguments).TryGet(out var port, out var wrong)) return CommandLine.Wrong(wrong, Command, terminal);
        if (arguments.Value(Address.Name) is { } address && !Serving.IsLoopback(address)) return terminal.Refuse(CommandRefusals.NotLoopback(address));
        if (Serving.PortRefusal(port) is { } taken) return terminal.Refuse(taken);
        if (!(await Store.OpenAsync(DataPlace.Of(arguments), stop)).TryGet(out var store, out var refusal)) return terminal.Refuse(refusal);
        await using var open = store;
        await terminal.Error.WriteLineAsync($"Serving {store.Place.Folder}. Ctrl+C stops.");
        return await Serving.RunAsync(store, port, terminal, stop);
    }
}
