using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Concordat.Names;

/// <summary>Folds names so that spelling habits do not matter: one table of ours, the same on every machine.</summary>
/// <remarks>Compatibility decomposition (Unicode 14.0, UAX #15, NFKD), marks stripped, lower case; made from fold.tsv. House rule: ß ss, ø o, ł l, æ ae.</remarks>
public static class Fold
{
    private static readonly FrozenDictionary<int, string> Table = Load();
    private static readonly string[] Ascii = [.. Enumerable.Range(0, 0x80).Select(c => char.ToLowerInvariant((char)c).ToString())];

    /// <summary>What lists are sorted by (ordinal) and names compared with; runs of blanks are one blank.</summary>
    public static string SortKey(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 0x80) Append(key, char.ToLowerInvariant((char)rune.Value));
            else if (!Table.TryGetValue(rune.Value, out var folded)) key.Append(rune.ToString());
            else foreach (var c in folded) Append(key, c);
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>The folded form of one character: one letter, several, or none for a mark.</summary>
    internal static string Of(Rune rune) => rune.Value < 0x80 ? Ascii[rune.Value] : Table.TryGetValue(rune.Value, out var folded) ? folded : rune.ToString();

    private static void Append(StringBuilder key, char c)
    {
        if (!char.IsWhiteSpace(c) && !char.IsControl(c)) key.Append(c);
        else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
    }

    /// <summary>What names are recognised by: the sort key with "&amp;" as "and", without punctuation and a leading article.</summary>
    public static string Key(string text) => string.Join(' ', Words(text));

    /// <summary>The folded words of a name, in order; American and British spellings of defence and centre are one.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in SortKey(text).Replace("&", " and ", StringComparison.Ordinal) + " ")
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) { word.Append(c); continue; }
            // "I.I.T." and "IIT", "Int'l" and "Intl" are the same word.
            if (c is '.' or '\'') continue;
            if (word.Length > 0) words.Add(Spelling(word.ToString()));
            word.Clear();
        }

        if (words.Count > 1 && words[0] == "the") words.RemoveAt(0);
        return words;
    }

    /// <summary>One spelling where American and British ones differ in names of institutions.</summary>
    internal static string Spelling(string word) => word switch
    {
        "defense" => "defence", "center" => "centre", "organization" => "organisation", "program" => "programme", "labs" => "laboratories", "lab" => "laboratory", _ => word,
    };

    private static FrozenDictionary<int, string> Load()
    {
        using var stream = typeof(Fold).Assembly.GetManifestResourceStream("fold.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var folded = line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(h => char.ConvertFromUtf32(Hex(h)));
            table[Hex(line[..tab])] = string.Concat(folded);
        }

        return table.ToFrozenDictionary();
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
