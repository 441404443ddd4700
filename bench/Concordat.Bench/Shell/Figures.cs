namespace Concordat.Bench.Shell;

/// <summary>Statistics of samples, and how figures are written.</summary>
internal static class Figures
{
    /// <summary>The smallest sample that the given share of samples does not exceed.</summary>
    public static double Percentile(IReadOnlyCollection<double> samples, double share)
    {
        var sorted = samples.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public static double Median(IReadOnlyCollection<double> samples) => Percentile(samples, 0.5);

    public static string Ms(double milliseconds) => milliseconds < 10 ? $"{milliseconds:0.00}" : $"{milliseconds:0.0}";

    public static string Count(double number) => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    public static string Kb(double bytes) => $"{bytes / 1000:0.0}";

    public static string Mb(double bytes) => bytes < 10e6 ? $"{bytes / 1e6:0.0}" : $"{bytes / 1e6:0}";
}
