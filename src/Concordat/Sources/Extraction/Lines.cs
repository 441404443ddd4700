using System.Buffers;
using System.Text;

namespace Concordat.Sources.Extraction;

/// <summary>Puts broken lines together, for the formats that have lines and no paragraphs.</summary>
internal static class Lines
{
    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789."), Romans = SearchValues.Create("ivxlc");

    /// <summary>Appends a line to the paragraph that goes on in it; a word broken with a hyphen is made whole.</summary>
    public static void Join(StringBuilder text, string next)
    {
        if (text.Length >= 2 && IsBroken(text[^2], text[^1], next))
        {
            if (text[^1] == '\u00AD' || !KeepsHyphen(text, next)) text.Length--;
        }
        else if (text.Length > 0) text.Append(' ');
        text.Append(next);
    }

    /// <summary>True when a word goes on over the end of the line.</summary>
    public static bool IsBroken(string a, string b) => a.Length >= 2 && IsBroken(a[^2], a[^1], b);

    private static bool IsBroken(char letter, char hyphen, string next) =>
        char.IsLetter(letter) && hyphen is '-' or '\u00AD' or '\u2010' && next.Length > 0 && char.IsLower(next[0]);

    /// <summary>"long-" + "term": the hyphen stays where the same text writes the compound within a line, and after the words that always carry one.</summary>
    private static bool KeepsHyphen(StringBuilder text, string next)
    {
        var start = text.Length - 1;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        var first = text.ToString(start, text.Length - 1 - start);
        var end = 0;
        while (end < next.Length && char.IsLetter(next[end])) end++;
        if (first.ToLowerInvariant() is "co" or "non" or "self" or "long" or "short" or "well" or "multi" or "cross" or "vice" or "half") return first.Length > 2 || next.StartsWith("chair", StringComparison.Ordinal);
        var from = Math.Max(0, text.Length - 20_000);
        return text.ToString(from, text.Length - from).Contains($"{first}-{next[..end]}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when the second line begins in the middle of a sentence that the first leaves open.</summary>
    public static bool GoesOn(string a, string b) => a.Length > 0 && b.Length > 0 && !Ends(a) && char.IsLower(b[0]) && !IsItem(b);

    /// <summary>True when a sentence or clause ends with the line.</summary>
    public static bool Ends(string line) => line.TrimEnd('"', '”', '’', ')', ' ') is { Length: > 0 } t && t[^1] is '.' or '!' or '?' or ':' or ';';

    /// <summary>True for a line of a list: a bullet, or "(a)", "a)", "iv.", "12." and the like.</summary>
    public static bool IsItem(string line)
    {
        if (line.Length < 2) return false;
        if (line[0] is '•' or '▪' or '◦' or '‣' or '·' or '\uF0B7' or '–' or '—' && char.IsWhiteSpace(line[1])) return true;
        var mark = line.Split(' ', 2)[0];
        if (mark.Length is < 2 or > 7 || mark[^1] is not ('.' or ')')) return false;
        var inner = mark.AsSpan().Trim("().");
        if (inner.IsEmpty || line.Length == mark.Length) return false;
        return inner.IndexOfAnyExcept(Numbers) < 0 || (inner.Length == 1 && char.IsLetter(inner[0]) && mark[^1] == ')') || (inner.Length <= 4 && inner.IndexOfAnyExcept(Romans) < 0);
    }
}
