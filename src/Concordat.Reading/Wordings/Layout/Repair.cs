namespace Concordat.Reading.Wordings.Layout;

/// <summary>Mends what machines misread: ligatures, digits for letters and letters for digits, "rn" for "m", letters set apart. Only into known words; line ends and blanks stay.</summary>
internal static class Repair
{
    public static Mapped Of(string raw)
    {
        var made = new Mapped.Builder(raw.Length);
        for (var i = 0; i < raw.Length;)
        {
            if (IsBlank(raw[i])) { made.Add(Plain(raw[i]), i, ++i); continue; }
            var end = i;
            while (end < raw.Length && !IsBlank(raw[end])) end++;
            if (SpacedLetters(raw, i, end, made) is { } past) { i = past; continue; }
            if (end == i + 1 && raw[i] is 'l' or 'I' && Month(raw, end)) { made.Add('1', i, end); i = end; continue; }
            i = BrokenWord(raw, i, end, made) ?? Word(raw, i, end, made);
        }
        return made.Done();
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\0';

    private static char Plain(char c) => c switch { '\n' or '\r' or '\t' or '\f' => c, '\u2028' or '\u2029' or '\u0085' => '\n', '\v' => '\f', _ => ' ' };

    /// <summary>"l July": a month follows.</summary>
    private static bool Month(string raw, int at)
    {
        if (at + 4 >= raw.Length || raw[at] != ' ') return false;
        foreach (var month in (string[])["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]) if (raw.AsSpan(at + 1).StartsWith(month)) return true;
        return false;
    }

    /// <summary>"A G R E E M E N T": at least four single letters with single blanks.</summary>
    private static int? SpacedLetters(string raw, int at, int end, Mapped.Builder made)
    {
        if (end != at + 1 || !char.IsUpper(raw[at])) return null;
        var to = at;
        while (to + 2 < raw.Length && raw[to + 1] == ' ' && char.IsUpper(raw[to + 2]) && (to + 3 == raw.Length || IsBlank(raw[to + 3]))) to += 2;
        if (to - at < 6) return null;
        for (var i = at; i <= to; i += 2) made.Add(raw[i], i, i + 1);
        return to + 1;
    }

    /// <summary>"agree ment", "con fidential": two pieces on one line that only together are a known word.</summary>
    private static int? BrokenWord(string raw, int at, int end, Mapped.Builder made)
    {
        if (end - at > 14 || end + 1 >= raw.Length || raw[end] != ' ' || !char.IsLower(raw[end + 1])) return null;
        var to = end + 1;
        while (to < raw.Length && char.IsLetter(raw[to])) to++;
        if (to - end > 14 || to - at < 8) return null;
        string first = raw[at..end].ToLowerInvariant(), second = raw[(end + 1)..to];
        if (!first.All(char.IsLetter) || Vocabulary.Has(first) && Vocabulary.Has(second) || !Vocabulary.Has(first + second)) return null;
        for (var i = at; i < end; i++) made.Add(raw[i], i, i + 1);
        for (var i = end + 1; i < to; i++) made.Add(raw[i], i, i + 1);
        return to;
    }

    private static int Word(string raw, int at, int end, Mapped.Builder made)
    {
        int from = at, to = end;
        while (from < to && !char.IsLetterOrDigit(raw[from])) from++;
        while (to > from && !char.IsLetterOrDigit(raw[to - 1])) to--;
        Marks(raw, at, from, made);
        if (to > from)
        {
            for (var at2 = from; at2 < to;)
            {
                // "CCRB/TA/2O21/07": each piece for itself.
                var stop = raw.AsSpan(at2, to - at2).IndexOfAny('/', '-') is var cut and >= 0 ? at2 + cut : to;
                if (stop - at2 is > 0 and <= 24 && Misread.Mend(raw[at2..stop]) is { } better) made.Add(better, at2, stop); else Marks(raw, at2, stop, made);
                if (stop < to) Marks(raw, stop, stop + 1, made);
                at2 = stop + 1;
            }
        }
        Marks(raw, to, end, made);
        return end;
    }

    private static void Marks(string raw, int from, int to, Mapped.Builder made)
    {
        for (var i = from; i < to; i++)
        {
            var c = raw[i];
            switch (c)
            {
                case '\u00AD' or '\u200B' or '\uFEFF': break;
                case 'ﬁ': made.Add("fi", i, i + 1); break;
                case 'ﬂ': made.Add("fl", i, i + 1); break;
                case 'ﬀ': made.Add("ff", i, i + 1); break;
                case 'ﬃ': made.Add("ffi", i, i + 1); break;
                case 'ﬄ': made.Add("ffl", i, i + 1); break;
                default: made.Add(c switch { '“' or '”' or '„' or '«' or '»' or '‟' => '"', '’' or '‘' or '´' or '`' => '\'', '‐' or '‑' => '-', '：' => ':', _ => c }, i, i + 1); break;
            }
        }
    }
}
