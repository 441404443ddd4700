using System.Net;
using Concordat.Names;

namespace Concordat.Sameness.Affiliations;

/// <summary>The words of a free affiliation string in their one form, with where its parts end.</summary>
internal sealed class AffiliationText
{
    public required string[] Words { get; init; }
    /// <summary>Number of the part (between commas, brackets, lines) that each word stands in.</summary>
    public required int[] Part { get; init; }
    /// <summary>True where a small word ("of", "at") stood before the word.</summary>
    public required bool[] Loose { get; init; }
    /// <summary>Words as written where they are short capitals, else null: possible acronyms and state codes.</summary>
    public required string?[] Capitals { get; init; }

    private const int Most = 400;

    public static AffiliationText Of(string text)
    {
        var (words, part, loose, capitals) = (new List<string>(), new List<int>(), new List<bool>(), new List<string?>());
        var number = 0;
        var gap = false;
        foreach (var (raw, breaks) in Pieces(text.Contains('&') ? WebUtility.HtmlDecode(text).Replace("&amp ", "& ", StringComparison.Ordinal) : text))
        {
            if (breaks) { number++; gap = false; continue; }
            foreach (var word in Fold.Words(Spaced(Unspaced(raw))))
            {
                if (words.Count == Most) break;
                if (HeadWords.IsSmall(word) && !IsAcronym(raw)) { gap = true; continue; }
                // Footnote marks of papers.
                if (word.Length == 1 && char.IsAsciiDigit(word[0])) continue;
                words.Add(HeadWords.Of(word));
                part.Add(number);
                loose.Add(gap);
                capitals.Add(IsAcronym(raw) ? raw.Trim('.') : null);
                gap = false;
            }
        }

        return new() { Words = [.. words], Part = [.. part], Loose = [.. loose], Capitals = [.. capitals] };
    }

    private static bool IsAcronym(string raw) => raw.Length is > 1 and <= 12 && raw.Count(char.IsUpper) >= 2 && raw.Count(char.IsLetter) - raw.Count(char.IsUpper) <= 2;

    /// <summary>Words as written, and marks between parts. A capital inside a word begins another ("UniversityCollege"); leading figures are footnote marks.</summary>
    private static IEnumerable<(string Raw, bool Breaks)> Pieces(string text)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var end = char.IsWhiteSpace(c) || c is ',' or ';' or '(' or ')' or '[' or ']' or '/' or '|' or ':' or '·' or '•' or '\u2013' or '\u2014' || (c == '-' && i + 1 < text.Length && (i == 0 || text[i - 1] == ' ') && text[i + 1] == ' ');
            var camel = from >= 0 && i > from + 3 && i < text.Length && char.IsUpper(c) && char.IsLower(text[i - 1]);
            if (end || camel)
            {
                if (from >= 0) yield return (Bare(text[from..i]), false);
                from = camel ? i : -1;
                if (!camel && c is ',' or ';' or '(' or ')' or '[' or ']' or '\n' or '|' or ':' or '\u2013' or '\u2014' or '/' or '-' or '•') yield return ("", true);
                else if (from < 0 && i < text.Length && !char.IsWhiteSpace(c)) yield return ("", true);
            }
            else if (from < 0) from = i;
        }
    }

    // Accents that stand beside their letter: "Westfa¨lische".
    private static string Unspaced(string word) => word.AsSpan().ContainsAny("¨´˜`") ? word.Replace("¨", "", StringComparison.Ordinal).Replace("´", "", StringComparison.Ordinal).Replace("˜", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal) : word;

    // "St.Gallen" and "Univ.of" are two words, "I.I.T." is one.
    private static string Spaced(string word)
    {
        // "l’Université", "d'Angers".
        if (word.Length > 3 && word[1] is '\'' or '\u2019' && word[0] is 'd' or 'l' or 'D' or 'L') word = word[2..];
        var dot = word.IndexOf('.');
        return dot > 1 && dot + 2 < word.Length && char.IsLetter(word[dot - 2]) && char.IsLetter(word[dot - 1]) && char.IsLetter(word[dot + 1]) && char.IsLetter(word[dot + 2]) ? word.Replace('.', ' ') : word;
    }

    private static string Bare(string word)
    {
        var at = 0;
        while (at < word.Length && char.IsAsciiDigit(word[at])) at++;
        return at is > 0 and < 3 && at + 2 < word.Length && char.IsLetter(word[at]) ? word[at..] : word;
    }
}
