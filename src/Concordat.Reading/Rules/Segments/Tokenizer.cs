using Concordat.Reading.Gazetteer;

namespace Concordat.Reading.Rules.Segments;

/// <summary>Cuts a text into words, numbers and marks in one pass.</summary>
internal static class Tokenizer
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Abbreviations = Words.Set("""
        dr prof mr mrs ms maj gen lt col capt cdr cmde adm st hon smt brig sgt jan feb mar apr jun jul aug sep sept oct nov dec ltd inc corp co no rev sen gov rep univ ill tenn calif mass engr pvt vs dept govt eng amb shri jr sr ph d ma mon tue wed thu fri sat sun ing ir acad assoc asst mem corr dipl hon dra sra cmdr usec asec dir atty calm radm lcdr ens econ lic arq mgr mag phdr rndr judr mudr abog ch ts kh zh sh yu ya ju
        """);

    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 8);
        var pool = new WordPool();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i])) { i++; continue; }
            var end = IsWordAt(text, i) || StartsHandle(text, i) ? WordEnd(text, i) : MarkEnd(text, i);
            tokens.Add(Of(text, i, end, pool));
            i = end;
        }
        return tokens;
    }

    private static Token Of(string text, int start, int end, WordPool pool)
    {
        var span = text.AsSpan(start, end - start);
        return new(start, end - start, ShapeOf(span), pool.Lower(span));
    }

    private static bool IsWordAt(string text, int i) => i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]));
    private static bool StartsHandle(string text, int i) => text[i] is '@' or '#' && IsWordAt(text, i + 1);

    private static int MarkEnd(string text, int i)
    {
        if (text[i] is '\'' or '’' && i + 1 < text.Length && text[i + 1] is 's' or 'S' && !IsWordAt(text, i + 2)) return i + 2;
        return text[i] == '-' && i + 1 < text.Length && text[i + 1] == '-' ? i + 2 : i + 1;
    }

    private static int WordEnd(string text, int start)
    {
        if (LegalForm(text, start) is > 0 and var form) return form;
        var i = start + 1;
        var segment = start;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark) { i++; continue; }
            if (c == ':' && i - start is > 2 and < 7 && string.CompareOrdinal(text, i, "://", 0, 3) == 0) return UrlEnd(text, i);
            if (c == '.' && DotBelongs(text, start, segment, i)) { segment = ++i; continue; }
            if (!Joins(text, start, i)) break;
            segment = ++i;
        }
        return i;
    }

    /// <summary>"a.s.", "s.r.o.", "S.p.A.": letters with full stops, not all of them capitals; 0 where none stand.</summary>
    private static int LegalForm(string text, int i)
    {
        var n = 0;
        var small = false;
        while (i + 1 < text.Length && char.IsAsciiLetter(text[i]) && text[i + 1] == '.') { small |= char.IsAsciiLetterLower(text[i]); i += 2; n++; }
        return n > 1 && small && !IsWordAt(text, i) ? i : 0;
    }

    private static int UrlEnd(string text, int i)
    {
        while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
        return i;
    }

    private static bool Joins(string text, int start, int i)
    {
        if (!IsWordAt(text, i + 1)) return false;
        char before = text[i - 1], after = text[i + 1];
        return text[i] switch
        {
            '-' or '‑' or '‐' or '–' => !(char.IsDigit(before) && char.IsDigit(after)) && before != '.' || before == '.' && char.IsLetter(after),
            '\'' or '’' => !(after is 's' or 'S' && !IsWordAt(text, i + 2)) && char.IsLetter(before),
            '&' or '*' => char.IsUpper(before) && char.IsUpper(after),
            ',' => char.IsDigit(before) && char.IsDigit(after) && i + 3 < text.Length && char.IsDigit(text[i + 2]) && char.IsDigit(text[i + 3]) && !(i + 4 < text.Length && char.IsDigit(text[i + 4])) && i - start < 4,
            _ => false,
        };
    }

    /// <summary>Full stops inside "U.S.", "13.02.2026", "Maj.-Gen." and after initials and abbreviations.</summary>
    private static bool DotBelongs(string text, int start, int segment, int i)
    {
        var next = i + 1 < text.Length ? text[i + 1] : ' ';
        if (char.IsDigit(text[i - 1])) return char.IsDigit(next) && i - start < 12;
        if (i - segment == 1 && char.IsUpper(text[segment])) return true;
        if (i - segment > 5 || segment != start && text[segment - 1] != '-') return false;
        return Abbreviations.Contains(text.AsSpan(segment, i - segment).ToString().ToLowerInvariant()) && (char.IsUpper(text[segment]) || next == '-');
    }

    private static Shape ShapeOf(ReadOnlySpan<char> word)
    {
        if (!char.IsLetterOrDigit(word[0])) return char.IsSurrogate(word[0]) ? Shape.Lower : Shape.Punct;
        if (char.IsDigit(word[0])) return IsNumber(word) ? Shape.Number : Shape.Lower;
        int upper = 0, letters = 0, starts = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsLetter(word[i])) continue;
            letters++;
            if (!char.IsUpper(word[i])) continue;
            upper++;
            if (i == 0 || word[i - 1] is '-' or '–' or '\'' or '’') starts++;
        }
        if (upper == 0) return Shape.Lower;
        if (upper == letters) return Shape.Upper;
        return char.IsUpper(word[0]) ? (upper == starts ? Shape.Capital : Shape.Mixed) : Shape.Lower;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (char.IsLetter(c)) return word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" && char.IsDigit(word[^3]);
        return true;
    }
}
