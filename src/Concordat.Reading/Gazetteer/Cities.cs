using System.Collections.Frozen;

namespace Concordat.Reading.Gazetteer;

/// <summary>Capitals and other towns where such texts are set, with the code of their country.</summary>
internal static class Cities
{
    private static readonly FrozenDictionary<string, string> CodeOf = (
        from line in CityTable.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let parts = line.Trim().Split(':')
        from city in parts[1].Split(',')
        group parts[0] by city.ToLowerInvariant()).ToFrozenDictionary(g => g.Key, g => g.First());

    public static int Longest { get; } = CodeOf.Keys.Max(k => k.Count(c => c == ' ') + 1);

    /// <summary>Code of the country of a lower-cased town, or null when unknown here.</summary>
    public static string? Country(string lower) => CodeOf.GetValueOrDefault(lower);
}
