using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Concordat.Bench.Shell;
using Concordat.Sameness.Affiliations;

namespace Concordat.Bench.Parts;

/// <summary>How well free affiliation strings are matched against a register of organisations, and how many in a second on one core.</summary>
/// <remarks>Rules and weights were made looking only at the development half; a string belongs to it when the first byte of its SHA-256 is even.</remarks>
internal static class Affiliations
{
    private static readonly bool[] Halves = [true, false];
    private static readonly double[] Thresholds = [0.5, AffiliationMatcher.Threshold, 0.75, 0.85];

    private sealed record Line(string Text, IReadOnlySet<Guid> Right, bool Inside, bool Development, AffiliationMatch? Match);

    public static void Write(Report report, string root)
    {
        report.Head("Affiliation strings");
        if (RegisterFile.Folder(root, "ror") is not { } register || RegisterFile.Folder(root, "affiliation-match") is not { } strings)
        {
            report.Say("Not measured: there is no shared data beside the repository.");
            return;
        }

        var listed = RegisterFile.Read(register);
        var watch = Stopwatch.StartNew();
        var matcher = new AffiliationMatcher([.. listed.Where(l => l.Status != "withdrawn").Select(l => l.Organisation())]);
        var built = watch.Elapsed.TotalSeconds;
        var lines = Match(matcher, listed.Select(l => l.Id).ToHashSet(), RegisterFile.Csv(Path.Combine(strings, "affiliations.csv")), out var rate);
        report.Say($"{Figures.Count(lines.Count)} strings with the identifiers that people gave them, against {Figures.Count(listed.Count)} organisations; one organisation is named for each string, or none. Recall is over strings of which every organisation is in the register, precision over the same strings, and beside it over all strings, those with no right answer included. "
            + $"Rules and weights were made on the development half, the unseen half was only counted. {Figures.Count(rate)} strings a second on one core; the matcher is built in {built:0.0} s.");
        report.Table(["Half", "Threshold", "Strings", "Precision", "Recall", "Precision over all strings"],
            Thresholds.SelectMany(t => Halves.Select(half => Row(t, half, lines))));
    }

    private static List<Line> Match(AffiliationMatcher matcher, HashSet<string> known, List<string[]> rows, out double rate)
    {
        foreach (var row in rows.Take(500)) matcher.Match(row[1]);
        var watch = Stopwatch.StartNew();
        var matches = rows.ConvertAll(r => matcher.Match(r[1]));
        rate = rows.Count / watch.Elapsed.TotalSeconds;
        return [.. rows.Select((r, i) =>
        {
            var right = r[2].Split(';', StringSplitOptions.RemoveEmptyEntries);
            return new Line(r[1], right.Select(Listed.RecordOf).ToHashSet(), right.Length > 0 && right.All(known.Contains), SHA256.HashData(Encoding.UTF8.GetBytes(r[1]))[0] % 2 == 0, matches[i]);
        })];
    }

    private static IReadOnlyList<string> Row(double threshold, bool development, List<Line> all)
    {
        var lines = all.Where(l => l.Development == development).ToList();
        var (inside, named) = (lines.Where(l => l.Inside).ToList(), lines.Where(l => l.Match?.Score >= threshold).ToList());
        bool Right(Line line) => line.Right.Contains(line.Match!.Record);
        var (met, right) = (named.Where(l => l.Inside).ToList(), named.Count(l => l.Inside && Right(l)));
        return [development ? "development" : "unseen", $"{threshold:0.00}", Figures.Count(lines.Count), $"{(double)right / met.Count:0.000}", $"{(double)right / inside.Sum(l => l.Right.Count):0.000}", $"{(double)named.Count(Right) / named.Count:0.000}"];
    }
}
