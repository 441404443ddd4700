using System.Collections.Frozen;
using Concordat.Reading.Gazetteer;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Countries that words name.</summary>
internal static class Places
{
    private static readonly FrozenSet<string> American = "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming".Split(' ').ToFrozenSet();
    private static readonly FrozenDictionary<string, string> More = new Dictionary<string, string>(StringComparer.Ordinal) { ["emirates"] = "AE", ["england"] = "GB", ["scotland"] = "GB", ["queensland"] = "AU", ["wales"] = "GB", ["ontario"] = "CA", ["czechia"] = "CZ", ["türkiye"] = "TR", ["greenland"] = "GL", ["faroe"] = "FO", ["lao"] = "LA", ["hellenic"] = "GR" }.ToFrozenDictionary();

    /// <summary>The country that the words name, with "Republic of", "Kingdom of" and the like allowed before it.</summary>
    public static Country? Whole(string words)
    {
        var low = words.Trim(' ', ',', '.').ToLowerInvariant();
        if (Countries.Any(low) is { } whole) return whole;
        foreach (var form in Forms) if (low.StartsWith(form, StringComparison.Ordinal) && Countries.Any(low[form.Length..]) is { } country) return country;
        return null;
    }

    private static readonly string[] Forms = ["federal republic of ", "republic of ", "kingdom of ", "people's republic of ", "islamic republic of ", "state of ", "grand duchy of ", "federative republic of ", "democratic republic of ", "p. r. ", "p.r. ", "p.r.", "people’s republic of ", "commonwealth of ", "socialist republic of ", "sultanate of ", "principality of "];

    /// <summary>The last country named in the words (an address ends with it), else that of a town in them; null where neither stands there.</summary>
    /// <param name="adjectives">True where "Norwegian" says where something is.</param>
    public static string? In(string words, bool adjectives)
    {
        var parts = words.Split((char[])[' ', ',', '.', ';', '(', ')', '\n', '"', '–', '/'], StringSplitOptions.RemoveEmptyEntries);
        string? country = null, town = null;
        for (var i = 0; i < parts.Length; i++)
        {
            for (var n = Math.Min(5, parts.Length - i); n > 0; n--)
            {
                var joined = string.Join(' ', parts, i, n);
                if (!char.IsUpper(joined[0])) break;
                var low = joined.ToLowerInvariant();
                if (One(low, joined, adjectives) is { } code) { country = code; i += n - 1; break; }
                if (Cities.Country(low) is { } of) town ??= of;
            }
        }
        return country ?? town;
    }

    private static string? One(string low, string written, bool adjectives)
    {
        if (More.GetValueOrDefault(low) is { } more) return more;
        if (American.Contains(low)) return "US";
        var found = adjectives ? Countries.Any(low) : Countries.Noun(low);
        return found is { } country && Countries.CaseFits(low, written) && low.Length > 2 | written.All(char.IsUpper) ? country.Code : null;
    }
}
