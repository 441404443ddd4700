using System.Diagnostics;
using Concordat.Bench.Shell;

namespace Concordat.Bench.Parts;

/// <summary>From starting the process to the last byte of its first page; then what it keeps in memory.</summary>
internal static class ColdStart
{
    private const int Connections = 8;

    public static async Task WriteAsync(Report report, Settings settings, string data)
    {
        var (full, first, memory) = (new List<double>(), new List<double>(), new long[3]);
        using var client = new HttpClient();
        await OnceAsync(settings, data, client);
        for (var i = 0; i < settings.Starts; i++) full.Add(await OnceAsync(settings, data, client));
        for (var i = 0; i < settings.Starts; i++)
        {
            var folder = Path.Combine(settings.Work, $"first-{i}");
            first.Add(await OnceAsync(settings, folder, client));
            Directory.Delete(folder, recursive: true);
        }

        await MemoryAsync(settings, data, client, memory);
        report.Head("Start and memory");
        report.Say($"`serve` of the published Release build, from the start of the process to the last byte of the first page (Today); {settings.Starts} starts each. The files are in the system's cache.");
        report.Table(["Start, ms", "Median", "Worst"],
        [
            [$"Register of {Figures.Count(settings.Agreements)} agreements", $"{Figures.Median(full):0}", $"{full.Max():0}"], ["New data folder (makes its tables)", $"{Figures.Median(first):0}", $"{first.Max():0}"],
        ]);
        report.Table(["Resident memory, MB", ""],
        [
            ["After the start", Figures.Mb(memory[0])], ["After the first page", Figures.Mb(memory[1])],
            [$"5 s after a load of {settings.Spell.TotalSeconds * 2:0} s on {Connections} connections", Figures.Mb(memory[2])],
        ]);
    }

    private static async Task<double> OnceAsync(Settings settings, string data, HttpClient client)
    {
        var began = Stopwatch.GetTimestamp();
        await using var server = await Child.ServeAsync("dotnet", settings.App, "serve", "--data", data, "--port", "0");
        var page = await client.GetStringAsync(server.Address);
        var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return page.Contains("<main", StringComparison.Ordinal) ? time : throw new InvalidOperationException("The first page is not a page of the product.");
    }

    private static async Task MemoryAsync(Settings settings, string data, HttpClient client, long[] memory)
    {
        await using var server = await Child.ServeAsync("dotnet", settings.App, "serve", "--data", data, "--port", "0");
        memory[0] = server.Memory();
        await client.GetStringAsync(server.Address);
        memory[1] = server.Memory();
        foreach (var path in new[] { "/agreements", "/organisations" }) await Load.RunAsync(server.Address, path, "br", Connections, settings.Spell);
        await Task.Delay(TimeSpan.FromSeconds(5));
        memory[2] = server.Memory();
    }
}
