using System.Diagnostics;
using Concordat.Bench.Programme;
using Concordat.Bench.Shell;
using Concordat.Storage;

namespace Concordat.Bench.Parts;

/// <summary>What filling, verifying and rebuilding the whole register take, and its size.</summary>
internal static class Upkeep
{
    public static async Task<IReadOnlyList<string>> RowAsync(string label, Store store, Filled filled, Sizes sizes)
    {
        var watch = Stopwatch.StartNew();
        var verified = await new Verifier(store).RunAsync();
        if (!verified.Clean) throw new InvalidOperationException(verified.Faults[0].ToString());
        var verify = watch.Elapsed.TotalSeconds;
        watch.Restart();
        _ = (await new Rebuilder(store).RunAsync()).Value;
        return
        [
            label, $"{filled.Seconds:0.0} ({Figures.Count(sizes.All / filled.Seconds)}/s)", $"{verify:0.0}", $"{watch.Elapsed.TotalSeconds:0.0}",
            Figures.Mb(filled.Bytes), Figures.Count((double)filled.AgreementBytes / sizes.Agreements), Figures.Count((double)filled.Bytes / sizes.Agreements),
        ];
    }

    public static void Write(Report report, IEnumerable<IReadOnlyList<string>> rows, Sizes sizes)
    {
        report.Head("The whole register");
        report.Say($"{Figures.Count(sizes.All)} records. Fill: all of them through the journal, 250 to a commit, with their files. Size: the database with journal, documents, rows and indexes; the agreements’ own share is what it grew by when they were saved.");
        report.Table(["Database", "Fill, s", "Verify, s", "Rebuild, s", "Size, MB", "Bytes per agreement, its own", "of the whole"], rows);
    }
}
