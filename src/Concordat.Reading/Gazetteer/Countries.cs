using System.Collections.Frozen;

namespace Concordat.Reading.Gazetteer;

/// <summary>A state or the European Union: ISO 3166-1 alpha-2 code ("EU" for the Union) and English short name.</summary>
internal sealed record Country(string Code, string Name, bool IsUnion = false);

/// <summary>Countries by the names, short forms and adjectives in which English texts name them.</summary>
internal static class Countries
{
    private static readonly Dictionary<string, Country> ByNoun = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Country> ByAdjective = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Country> ByCode = new(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Upper = "US UK UAE PRC USA ROK DRC EU UK SA".Split(' ').ToFrozenSet();

    static Countries()
    {
        foreach (var line in CountryTable.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Trim().Split(';');
            var country = new Country(parts[0], parts[1].Split('|')[0], parts[0] == "EU");
            ByCode.TryAdd(country.Code, country);
            foreach (var noun in parts[1].Split('|')) ByNoun.TryAdd(noun.ToLowerInvariant(), country);
            if (parts.Length < 3) continue;
            foreach (var word in parts[2].Split('|')) ByAdjective.TryAdd(word.ToLowerInvariant(), country);
        }
        Longest = ByNoun.Keys.Max(k => k.Count(c => c == ' ') + 1);
    }

    /// <summary>Words in the longest name.</summary>
    public static int Longest { get; }

    /// <summary>The country of a lower-cased name of one or more words separated by single spaces.</summary>
    public static Country? Noun(string lower) => ByNoun.GetValueOrDefault(lower);

    /// <summary>The country of an ISO code, or null.</summary>
    public static Country? Coded(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The country of an adjective or demonym ("indian", "indo", "british").</summary>
    public static Country? Adjective(string lower) => ByAdjective.GetValueOrDefault(lower);

    public static Country? Any(string lower) => Noun(lower) ?? Adjective(lower);

    /// <summary>False where a short form is an English word unless written in capitals ("us").</summary>
    public static bool CaseFits(string lower, string written) =>
        lower.Length > 3 || !Upper.Contains(lower.ToUpperInvariant()) || !written.Any(char.IsLower);
}
