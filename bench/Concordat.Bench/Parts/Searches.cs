using System.Diagnostics;
using System.Net.Http.Json;
using Concordat.Bench.Programme;
using Concordat.Bench.Shell;
using Concordat.Search;
using Concordat.Storage;

namespace Concordat.Bench.Parts;

/// <param name="Cpu">Processor time of one answer on the average, whatever else the machine did.</param>
internal sealed record SearchTime(string Name, double Median, double Worst, double Cpu, long Statements);

/// <summary>Asks the search page and the suggestions with words that differ from request to request.</summary>
internal static class Searches
{
    private static readonly string[] Everywhere = ["memorandum", "near", "research", "cooperation", "parties", "director"];

    public static IEnumerable<(string Name, string Path, IReadOnlyList<string> Typed)> Kinds(IReadOnlyList<string> names, int agreements, int requests)
    {
        var random = new Random(7);
        IReadOnlyList<string> Many(Func<string> make) => [.. Enumerable.Range(0, requests).Select(_ => make())];
        string Word(string text) => text.Split(' ').Where(w => w.Length > 5).DefaultIfEmpty("laboratory").ElementAt(0);
        string Name() => names[random.Next(names.Count)];
        string Field() => Words.Fields[random.Next(Words.Fields.Length)];
        yield return ("a rare word (a file number)", "/find", Many(() => $"{random.Next(agreements):00000}"));
        yield return ("a common word", "/find", Many(() => Words.Fields.SelectMany(f => f.Split(' ')).ElementAt(random.Next(30)).ToLowerInvariant()));
        yield return ("a word of nearly all", "/find", Many(() => Everywhere[random.Next(Everywhere.Length)]));
        yield return ("a name and a field", "/find", Many(() => $"{Word(Name())} {Field()}"));
        yield return ("a phrase", "/find", Many(() => $"\"{Field()}\""));
        yield return ("a typing error", "/find", Many(() => Swapped(Word(Name()), random)));
        yield return ("a beginning", "/find", Many(() => Word(Name())[..(2 + random.Next(3))]));
        yield return ("suggestions, 2 to 4 letters", "/find/suggest", Many(() => Word(Name())[..(2 + random.Next(3))]));
        yield return ("suggestions, a word and a beginning", "/find/suggest", Many(() => $"{Field().Split(' ')[0]} {Field()[..3]}"));
        yield return ("suggestions, a typing error", "/find/suggest", Many(() => Swapped(Word(Name()), random)));
    }

    private static string Swapped(string word, Random random)
    {
        var at = 1 + random.Next(word.Length - 2);
        return $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
    }

    public static async Task<IReadOnlyList<SearchTime>> MeasureAsync(HttpClient client, Register register, int requests) => await MeasureAsync(client, register.Names, register.Agreements.Count, requests);

    public static async Task<IReadOnlyList<SearchTime>> MeasureAsync(HttpClient client, IReadOnlyList<string> names, int agreements, int requests)
    {
        await ReadyAsync(client);
        var times = new List<SearchTime>();
        foreach (var (name, path, typed) in Kinds(names, agreements, requests))
        {
            foreach (var words in typed.Take(30)) await AskAsync(client, path, words);
            await client.GetFromJsonAsync<ServerTimes>("/bench/times");
            foreach (var words in typed) await AskAsync(client, path, words);
            var server = (await client.GetFromJsonAsync<ServerTimes>("/bench/times"))!;
            times.Add(new(name, Figures.Median(server.Times), Figures.Percentile(server.Times, 0.99), server.Cpu / requests, (long)Math.Round((double)server.Statements / requests)));
        }

        return times;
    }

    private static Task<byte[]> AskAsync(HttpClient client, string path, string words) => client.GetByteArrayAsync($"{path}?q={Uri.EscapeDataString(words)}");

    /// <summary>Waits until the server has its index.</summary>
    public static async Task ReadyAsync(HttpClient client)
    {
        while ((await client.GetStringAsync("/find?q=science")).Contains("index is being built", StringComparison.Ordinal)) await Task.Delay(200);
    }

    /// <summary>Builds the index once more, alone, and says what it took and weighs.</summary>
    public static async Task<IReadOnlyList<string>> BuildAsync(string label, Store store, Sizes sizes)
    {
        await using var index = new SearchIndex(store, TimeProvider.System);
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        if (!(await index.RebuildAsync()).Value) throw new InvalidOperationException("Another program holds the index.");
        var seconds = watch.Elapsed.TotalSeconds;
        var bytes = Directory.EnumerateFiles(index.Folder).Sum(f => new FileInfo(f).Length);
        return [label, $"{seconds:0.0}", $"{(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.0}", Figures.Count(sizes.All / seconds), Figures.Mb(bytes), Figures.Count((double)bytes / sizes.All)];
    }

    public static void Write(Report report, IReadOnlyList<SearchTime> sqlite, IReadOnlyList<SearchTime>? postgres, IEnumerable<IReadOnlyList<string>> built, int requests, int records)
    {
        string Of(int i, Func<SearchTime, double> what) => postgres is null ? "–" : Figures.Ms(what(postgres[i]));
        report.Head("Search");
        report.Say($"Server time in milliseconds (and the process’s processor time for one answer, on the average), {requests} requests with words that differ, after 30 others; {Figures.Count(records)} records in the index. Aim: at most 50 ms at the 99th percentile, suggestions 20 ms.");
        report.Table(
            ["Asked for", "SQLite p50", "p99", "Processor", "PostgreSQL p50", "p99", "Processor", "Statements"],
            sqlite.Select((s, i) => (IReadOnlyList<string>)[s.Name, Figures.Ms(s.Median), Figures.Ms(s.Worst), Figures.Ms(s.Cpu), Of(i, q => q.Median), Of(i, q => q.Worst), Of(i, q => q.Cpu), $"{s.Statements}"]));
        report.Say("The index, built from the register while nothing else runs:");
        report.Table(["Database", "Build, s", "Processor, s", "Records/s", "Size, MB", "Bytes per record"], built);
    }
}
