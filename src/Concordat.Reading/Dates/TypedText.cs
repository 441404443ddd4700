using System.Globalization;
using System.Text;

namespace Concordat.Reading.Dates;

/// <summary>Brings typed text to small letters without accents, digits 0–9, hyphens and single spaces.</summary>
internal static class TypedText
{
    /// <summary>Latin letters whose accents people leave out; string.Normalize does nothing without ICU.</summary>
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ", Plain = "aaaaaaceeeeiiiinooooouuuuyy";

    public static string Simplify(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in Digits(typed).Trim())
        {
            var simple = Simplify(char.ToLowerInvariant(c));
            if (simple == '\0' || (simple == ' ' && text.Length > 0 && text[^1] == ' ')) continue;
            text.Append(simple);
        }
        return text.ToString().Trim();
    }

    /// <summary>Digits of any script as 0–9.</summary>
    public static string Digits(string text)
    {
        if (!text.Any(c => c > '\u007f' && char.IsDigit(c))) return text;
        return string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
    }

    private static char Simplify(char c)
    {
        if (char.IsAscii(c)) return c is '\t' or '\n' or '\r' ? ' ' : c;
        if (Accented.IndexOf(c) is >= 0 and var at) return Plain[at];
        return c switch
        {
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
            '’' or '‘' or 'ʼ' or '′' => '\'',
            '⁄' or '／' => '/',
            '。' or '．' => '.',
            '\u095e' => 'फ',
            // Nukta, combining accents, joiners and marks of direction say nothing here.
            '\u093c' or (>= '\u0300' and <= '\u036f') or (>= '\u200b' and <= '\u200f') or '\ufeff' => '\0',
            _ => char.IsWhiteSpace(c) ? ' ' : c,
        };
    }

    /// <summary>Cuts a time of day off the end: the day as written counts, in whatever zone it was.</summary>
    public static string WithoutTime(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0 || text.AsSpan(colon).IndexOfAnyExcept("0123456789:.,+- apmzutcgist".AsSpan()) >= 0) return text;
        var start = colon;
        while (start > 0 && colon - start < 2 && char.IsAsciiDigit(text[start - 1])) start--;
        if (start == colon || start == 0 || text[start - 1] is not (' ' or 't')) return text;
        var day = text[..(start - 1)].TrimEnd(' ', ',');
        return day.EndsWith(" at", StringComparison.Ordinal) ? day[..^3] : day;
    }
}
