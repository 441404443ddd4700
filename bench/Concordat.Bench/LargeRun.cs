using System.Diagnostics;
using Concordat.Bench.Parts;
using Concordat.Bench.Programme;
using Concordat.Bench.Shell;
using Concordat.Storage;

namespace Concordat.Bench;

/// <summary>What a register of very many agreements costs: <c>large ROOT FOLDER AGREEMENTS REQUESTS [POSTGRES]</c>; the figures go to standard output.</summary>
internal static class LargeRun
{
    private const int Seed = 20261123;

    public static async Task<int> RunAsync(string root, StorePlace place, int agreements, int requests)
    {
        var report = new Report();
        report.Head($"A register of {Figures.Count(agreements)} agreements, {(place.Postgres is null ? "SQLite" : "PostgreSQL")}");
        var names = Path.Combine(place.Folder, "names.txt");
        if (!File.Exists(names))
        {
            await using var store = (await Store.OpenAsync(place)).Value;
            var filled = await Large.FillAsync(store, root, agreements, Seed);
            await File.WriteAllLinesAsync(names, filled.Names.Select(n => n.ReplaceLineEndings(" ")));
            report.Say($"Saved through the bulk door, {Figures.Count(filled.Rates)} agreements a second; {Figures.Count((double)filled.Bytes / agreements)} bytes of database for each.");
        }

        var began = Stopwatch.StartNew();
        await using var server = await Child.ServeAsync("dotnet", [typeof(LargeRun).Assembly.Location, "host", place.Folder, .. place.Postgres is { } postgres ? [postgres] : Array.Empty<string>()]);
        using var client = Pages.Client(server.Address);
        var first = Stopwatch.StartNew();
        await client.GetStringAsync("/agreements");
        report.Say($"The first list after the start, which makes the index of lists: {first.Elapsed.TotalSeconds:0.0} s; resident memory then {Figures.Mb(server.Memory())} MB.");
        var lists = await LargeLists.MeasureAsync(client, requests);
        LargeLists.Write(report, lists, requests);
        await Searches.ReadyAsync(client);
        report.Say($"The search index was ready {began.Elapsed.TotalSeconds:0} s after the start, made while lists were asked for; {Figures.Mb(Directory.EnumerateFiles(Path.Combine(place.Folder, "index")).Sum(f => new FileInfo(f).Length))} MB.");
        Searches.Write(report, await Searches.MeasureAsync(client, await File.ReadAllLinesAsync(names), agreements, requests), null, [], requests, agreements);
        report.Say($"Resident memory at the end: {Figures.Mb(server.Memory())} MB.");
        await Console.Out.WriteLineAsync(report.ToString());
        return 0;
    }
}
