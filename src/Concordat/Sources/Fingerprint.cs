using System.Collections.Immutable;
using System.Globalization;
using Concordat.Names;

namespace Concordat.Sources;

/// <summary>Tells near-copies: texts that share most runs of five words are one witness.</summary>
/// <remarks>Min-wise hashing over 5-word runs, 32 values in 16 bands of 2 (Broder 1997; banding as in Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3).</remarks>
public static class Fingerprint
{
    private const int Values = 32, Band = 2, Run = 5;

    /// <summary>From here on two texts are near copies: the share of common word runs, estimated.</summary>
    public const double NearCopy = 0.5;

    /// <summary>256 hex digits; null for texts of fewer than 20 words, which prove nothing.</summary>
    public static string? Of(string text)
    {
        var words = Fold.Words(text);
        if (words.Count < 20) return null;
        var least = new uint[Values];
        Array.Fill(least, uint.MaxValue);
        var hashes = words.Select(Hash).ToArray();
        for (var i = 0; i + Run <= hashes.Length; i++)
        {
            var run = 14695981039346656037UL;
            for (var j = i; j < i + Run; j++) run = Mix(run ^ hashes[j]);
            for (var v = 0; v < Values; v++) least[v] = Math.Min(least[v], (uint)(Mix(run + (ulong)v * 0x9E3779B97F4A7C15UL) >> 32));
        }

        return string.Concat(least.Select(v => v.ToString("x8", CultureInfo.InvariantCulture)));
    }

    /// <summary>Estimated share of common runs, 0 to 1.</summary>
    public static double Likeness(string a, string b)
    {
        var same = 0;
        for (var v = 0; v < Values; v++)
            if (string.CompareOrdinal(a, v * 8, b, v * 8, 8) == 0) same++;
        return (double)same / Values;
    }

    /// <summary>Sixteen keys; near copies very likely share one; none for what is no fingerprint.</summary>
    public static ImmutableArray<string> Bands(string fingerprint) => fingerprint.Length != Values * 8 ? [] :
        [.. Enumerable.Range(0, Values / Band).Select(b => $"{b}:{fingerprint.Substring(b * Band * 8, Band * 8)}")];

    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}

/// <summary>One key of a source's fingerprint.</summary>
public sealed record SourceBandRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    public required string Key { get; init; }
}
