using System.Text;

namespace Concordat.Sources.Extraction;

/// <summary>Makes any string one that every store, page and reader can hold.</summary>
public static class Clean
{
    /// <summary>Line ends become \n, NUL and lone surrogates and noncharacters become U+FFFD, other control characters go. Idempotent.</summary>
    /// <returns>The same instance where nothing had to be done.</returns>
    public static string Text(string text)
    {
        var first = FirstFault(text);
        if (first < 0) return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else if (c == '\r') { if (i + 1 >= text.Length || text[i + 1] != '\n') clean.Append('\n'); }
            else if (IsLineEnd(c)) clean.Append('\n');
            else if (IsUnstorable(c)) clean.Append('\uFFFD');
            else if (!IsDropped(c)) clean.Append(c);
        }
        return clean.ToString();
    }

    /// <summary>One line: white space of any kind becomes one space, the ends are trimmed.</summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? Line(string? text)
    {
        if (text is null) return null;
        var line = string.Join(' ', Text(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    private static int FirstFault(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (c == '\r' || IsLineEnd(c) || IsUnstorable(c) || IsDropped(c)) return i;
        }
        return -1;
    }

    // Form feed and vertical tab separate lines in files made by printers; NEL, LS and PS are Unicode's own.
    private static bool IsLineEnd(char c) => c is '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsUnstorable(char c) => c is '\0' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c);

    private static bool IsDropped(char c) => c is '\uFEFF' || (char.IsControl(c) && c is not ('\n' or '\t'));
}
