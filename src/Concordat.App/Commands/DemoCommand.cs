using Concordat.App.Demo;
using Concordat.Storage;

namespace Concordat.App.Commands;

/// <summary>Makes a data folder with a sample programme and serves it; the next start keeps what is there.</summary>
internal static class DemoCommand
{
    private static readonly Option Data = new("--data", "DIR", "the demo's data folder; else ./demo-data");

    public static readonly Command Command = new("demo", "Load a sample programme of invented people and organisations, and serve it.", RunAsync)
    {
        Options = [Data, Serving.Port],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (!Serving.PortOf(arguments).TryGet(out var port, out var wrong)) return CommandLine.Wrong(wrong, Command, terminal);
        if (Serving.PortRefusal(port) is { } taken) return terminal.Refuse(taken);
        var steps = new Steps(terminal);
        // Never the folder of $CONCORDAT_DATA: samples must not come near a register that is in use.
        var place = new StorePlace(Path.GetFullPath(arguments.Value(Data.Name) ?? "demo-data"));
        var opened = await steps.RunAsync($"{(File.Exists(place.File) ? "Opening" : "Making")} the data folder {place.Folder}", () => Store.OpenAsync(place, stop));
        if (!opened.TryGet(out var store, out var refusal)) return terminal.Refuse(refusal);
        await using var open = store;
        if (await FillAsync(store, steps, terminal, stop) is { } unfilled) return terminal.Refuse(unfilled);
        return await Serving.RunAsync(store, port, terminal, stop);
    }

    private static async Task<Refusal?> FillAsync(Store store, Steps steps, Terminal terminal, CancellationToken stop)
    {
        var samples = new LoadSamples(store, TimeProvider.System);
        var state = await samples.StateAsync(stop);
        if (state == SampleState.Other) return CommandRefusals.NotTheDemo(store.Place.Folder);
        if (state == SampleState.Loaded)
        {
            await terminal.Error.WriteLineAsync("The samples are in it already; everything is kept as it was.");
            return null;
        }

        var programme = await steps.RunAsync("Loading the sample programme", () => samples.ProgrammeAsync(stop));
        if (!programme.Done) return programme.Refusal;
        return (await steps.RunAsync("Reading six press releases", () => samples.ReleasesAsync(stop))).Refusal;
    }
}
