using System.Diagnostics;
using Concordat.Bench.Parts;
using Concordat.Bench.Programme;
using Concordat.Bench.Shell;
using Concordat.Storage;
using Npgsql;

namespace Concordat.Bench;

/// <summary>Measures everything, in order, and writes the page.</summary>
internal static class Run
{
    private const int Seed = 20261122;

    private static readonly Stopwatch Watch = Stopwatch.StartNew();

    public static async Task<int> AllAsync(Settings settings)
    {
        var (report, sizes) = (new Report(), new Sizes(settings.Agreements));
        report.Head("# Performance");
        report.Say($"Written by `bench/run`{(settings.Quick ? " quick" : "")}; every figure was measured in that run. The register is invented, drawn from a seed: {Figures.Count(sizes.Agreements)} agreements, {Figures.Count(sizes.Organisations)} organisations, {Figures.Count(sizes.People)} people, {Figures.Count(sizes.Sources)} sources, {Figures.Count(sizes.Bodies)} joint bodies, {Figures.Count(sizes.Meetings)} sessions.");
        await Machine.DescribeAsync(report, settings, await VersionAsync(settings.Postgres));
        var register = Grown.Grow(sizes, Seed);
        var sqlite = await new Round("SQLite", new(Path.Combine(settings.Work, "sqlite")), register, sizes).PagesAsync(settings);
        var postgres = settings.Postgres is null ? null : await new Round("PostgreSQL", new(Path.Combine(settings.Work, "postgres"), settings.Postgres), register, sizes).PagesAsync(settings);
        var rounds = new[] { sqlite, postgres }.OfType<Round>().ToList();
        await StepAsync("start and memory", () => ColdStart.WriteAsync(report, settings, sqlite.Place.Folder));
        Pages.Write(report, sqlite.Pages, postgres?.Pages, settings.Requests);
        Throughput.Write(report, [.. rounds.SelectMany(r => r.Shares)], settings.Spell);
        foreach (var round in rounds) await round.WritesAsync(settings);
        Searches.Write(report, sqlite.Found, postgres?.Found, rounds.Select(r => r.Indexed), settings.Requests, sizes.All);
        Saves.Write(report, rounds.SelectMany(r => r.Saved), settings.Spell);
        Imports.Write(report, rounds.Select(r => r.Imported));
        Upkeep.Write(report, rounds.Select(r => r.Kept), sizes);
        await StepAsync("reading", () => Parts.Reading.WriteAsync(report, settings));
        await StepAsync("same or not", () => Parts.SameOrNot.WriteAsync(report, settings.Root, settings.Work));
        await StepAsync("affiliation strings", () => { Parts.Affiliations.Write(report, settings.Root); return Task.CompletedTask; });
        await File.WriteAllTextAsync(settings.Out, report.ToString());
        await Console.Out.WriteLineAsync($"{Watch.Elapsed.TotalSeconds,4:0} s  written");
        return 0;
    }

    /// <summary>Only fills a data folder, to look at the grown register or to profile a page over it.</summary>
    public static async Task<int> FillAsync(StorePlace place, int agreements)
    {
        await using var store = (await Store.OpenAsync(place)).Value;
        var filled = await Grown.Grow(new Sizes(agreements), Seed).FillAsync(store);
        await Console.Out.WriteLineAsync($"{filled.Seconds:0.0} s, {filled.Bytes} bytes");
        return 0;
    }

    /// <summary>Only what is measured on shared data, to the console: <c>same ROOT FOLDER</c>.</summary>
    public static async Task<int> SameAsync(string root, string work)
    {
        var report = new Report();
        Parts.Affiliations.Write(report, root);
        await Parts.SameOrNot.WriteAsync(report, root, work);
        await Console.Out.WriteLineAsync(report.ToString());
        return 0;
    }

    /// <summary>Only search, over a register of any size; the figures go to standard output.</summary>
    public static async Task<int> SearchAsync(StorePlace place, int agreements, int requests)
    {
        var (report, sizes) = (new Report(), new Sizes(agreements));
        var round = await new Round(place.Postgres is null ? "SQLite" : "PostgreSQL", place, Grown.Grow(sizes, Seed), sizes).SearchAsync(requests);
        Searches.Write(report, round.Found, null, [round.Indexed], requests, sizes.All);
        await Console.Out.WriteLineAsync(report.ToString());
        return 0;
    }

    /// <summary>Only the import of a table, on SQLite or PostgreSQL: <c>import FOLDER [POSTGRES]</c>.</summary>
    public static async Task<int> ImportAsync(StorePlace place)
    {
        var report = new Report();
        Imports.Write(report, [await Imports.RowAsync(place.Postgres is null ? "SQLite" : "PostgreSQL", place, Grown.Grow(new Sizes(8000), Seed))]);
        await Console.Out.WriteLineAsync(report.ToString());
        return 0;
    }

    public static async Task StepAsync(string name, Func<Task> work)
    {
        await Console.Out.WriteLineAsync($"{Watch.Elapsed.TotalSeconds,4:0} s  {name} …");
        await work();
    }

    private static async Task<string?> VersionAsync(string? postgres)
    {
        if (postgres is null) return null;
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var command = source.CreateCommand("SHOW server_version");
        return (string?)await command.ExecuteScalarAsync();
    }
}
