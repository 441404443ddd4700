using System.Text;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>Looks over the tables that say which codes of a font are which letters. PdfPig writes each range out in full, and one that ends before it begins, without end.</summary>
/// <remarks>Adobe Technical Note 5411, section 1.4.1: a range is two codes of the same length, the first not above the second, then a letter or a list.</remarks>
internal static class PdfRanges
{
    private const int MostInRange = 65_536, MostInAll = 1_200_000, MostDigits = 8;

    /// <summary>The most entries that font tables of one stream may have.</summary>
    /// <exception cref="InvalidDataException">A range is none, or too long.</exception>
    public static void Check(ReadOnlySpan<byte> stream)
    {
        long all = 0;
        foreach (var start in (string[])["beginbfrange", "begincidrange", "beginnotdefrange"])
        {
            var mark = Encoding.ASCII.GetBytes(start);
            var rest = stream;
            for (int at; (at = rest.IndexOf(mark)) >= 0;)
            {
                rest = rest[(at + mark.Length)..];
                var end = rest.IndexOf("end"u8);
                all += Entries(end < 0 ? rest : rest[..end]);
                if (all > MostInAll) throw new InvalidDataException("A font has too many letters.");
            }
        }
    }

    private static long Entries(ReadOnlySpan<byte> section)
    {
        long entries = 0;
        while (TryCode(ref section, out var low, out var digits))
        {
            if (!TryCode(ref section, out var high, out var others)) break;
            if (digits != others || high < low || high - low >= MostInRange) throw new InvalidDataException("A range of a font is none.");
            entries += high - low + 1;
            SkipLetter(ref section);
        }
        return entries;
    }

    /// <summary>What the range stands for: a code, a list in brackets, or a number, which is passed by when the next code is looked for.</summary>
    private static void SkipLetter(ref ReadOnlySpan<byte> section)
    {
        section = section.TrimStart(" \t\r\n\f\0"u8);
        if (section.IsEmpty) return;
        var close = section[0] == '[' ? section.IndexOf((byte)']') : section[0] == '<' ? section.IndexOf((byte)'>') : 0;
        section = close < 0 ? [] : section[(close + 1)..];
    }

    private static bool TryCode(ref ReadOnlySpan<byte> section, out long code, out int digits)
    {
        (code, digits) = (0, 0);
        var open = section.IndexOf((byte)'<');
        if (open < 0) return false;
        section = section[(open + 1)..];
        var close = section.IndexOf((byte)'>');
        var hex = close < 0 ? section : section[..close];
        section = close < 0 ? [] : section[(close + 1)..];
        foreach (var c in hex)
        {
            if (char.IsWhiteSpace((char)c)) continue;
            if (!char.IsAsciiHexDigit((char)c) || ++digits > MostDigits) throw new InvalidDataException("A code of a font is none.");
            code = (code << 4) | (uint)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        }
        return true;
    }
}
