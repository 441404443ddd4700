using System.Diagnostics;
using System.Text.Json;
using Concordat.Bench.Shell;
using Concordat.Reading;

namespace Concordat.Bench.Parts;

/// <summary>How many characters the reader reads in a second on one core, beside two libraries that mark names in English text.</summary>
internal static class Reading
{
    private const int WarmUp = 3;
    private static readonly string[] Folders = ["tests/Gold", "samples/releases"];

    public static async Task WriteAsync(Report report, Settings settings)
    {
        var files = Texts(settings.Root);
        var list = Path.Combine(settings.Work, "texts.json");
        await File.WriteAllTextAsync(list, JsonSerializer.Serialize(files.ConvertAll(Text)));
        var seconds = settings.Quick ? 3 : 10;
        var rows = new List<IReadOnlyList<string>> { Row("`concordat read`", await RateAsync("dotnet", Settings.Host, "read", list, $"{WarmUp}", $"{seconds}"), "findings with their evidence: organisations, people, instruments, meetings, dates") };
        if (settings.Node is { } node)
            foreach (var (name, what) in new[] { ("compromise", "tags, then people, places and organisations"), ("wink-nlp", "tags and named entities") })
                rows.Add(Row(name, await RateAsync("node", Path.Combine(node, "rivals.mjs"), name, list, $"{WarmUp}", $"{seconds}"), what));
        report.Head("Reading");
        report.Say($"Characters (UTF-16 units) per second on one core: {files.Count} texts of our own, {Figures.Count(files.Sum(f => Text(f).Length))} characters, read round and round for {seconds} s after {WarmUp} s of warm-up, each in a process of its own. The libraries do less: they tag words and mark names, and leave signatures, parties, dates and sessions to others. "
            + (settings.Node is null ? "They were not run: there is no Node with npm on this machine." : "compromise 14.17.0; wink-nlp 2.4.0 with wink-eng-lite-web-model 1.8.1."));
        report.Table(["", "Characters/s", "What it finds"], rows);
    }

    /// <summary>Reads the texts round and round; writes characters per second.</summary>
    public static int Run(string list, double warmUp, double seconds)
    {
        var texts = JsonSerializer.Deserialize<string[]>(File.ReadAllText(list))!;
        Round(texts, warmUp);
        Console.Out.WriteLine(Round(texts, seconds));
        return 0;
    }

    private static double Round(string[] texts, double seconds)
    {
        var (began, read, found) = (Stopwatch.GetTimestamp(), 0L, 0);
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            foreach (var text in texts)
            {
                found += DocumentReader.Read(text).Organisations.Length;
                read += text.Length;
            }

        return found == 0 ? throw new InvalidOperationException("Nothing was found.") : read / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static List<string> Texts(string root) => [.. Folders.Select(f => Path.Combine(root, f)).Where(Directory.Exists).SelectMany(f => Directory.GetFiles(f, "*.txt")).Order(StringComparer.Ordinal)];

    private static string Text(string file)
    {
        var text = File.ReadAllText(file);
        // Labelled texts begin with a line that only tests read.
        return text.StartsWith("date ", StringComparison.Ordinal) ? text[(text.IndexOf('\n') + 1)..] : text;
    }

    /// <summary>On one core where the system can pin a process to one.</summary>
    private static async Task<double> RateAsync(params string[] command)
    {
        var pinned = await Child.OutputAsync("taskset", ["-c", "0", .. command]);
        var said = pinned.Length > 0 ? pinned : await Child.OutputAsync(command[0], command[1..]);
        return double.TryParse(said.Trim(), out var rate) ? rate : 0;
    }

    private static IReadOnlyList<string> Row(string name, double rate, string what) => [name, rate > 0 ? Figures.Count(rate) : "failed", what];
}
