namespace Concordat.Reading.Dates;

/// <summary>Years in other clothes: more than four digits (Y), exponents (E), significant digits (S), decades and centuries.</summary>
internal static class EdtfYear
{
    /// <summary><c>Y17E7</c>, <c>Y-170000002</c>, <c>Y171010000S3</c>. Five digits at least, unless there is an exponent.</summary>
    public static EdtfDate? ParseLong(string text)
    {
        var body = Unqualified(text, out var doubt)[1..];
        if (!SplitSignificant(ref body, out var significant)) return null;
        var negative = body.StartsWith('-');
        if (negative) body = body[1..];
        var exponent = body.IndexOf('E');
        var digits = exponent < 0 ? body : body[..exponent];
        if (Number(digits, 14) is not { } year || (exponent < 0 && digits.Length < 5) || digits[0] == '0') return null;
        if (exponent >= 0)
        {
            if (Number(body[(exponent + 1)..], 2) is not { } power) return null;
            for (; power > 0 && year <= DayNumber.MaxYear; power--) year *= 10;
        }
        return year > DayNumber.MaxYear ? null : Build(text, year, negative, significant, doubt);
    }

    /// <summary><c>1950S2</c>: some year from 1900 to 1999, estimated to be 1950.</summary>
    public static EdtfDate? ParseEstimated(string text)
    {
        var body = Unqualified(text, out var doubt);
        if (!SplitSignificant(ref body, out var significant)) return null;
        var negative = body.StartsWith('-');
        if (negative) body = body[1..];
        return body.Length == 4 && Number(body, 4) is { } year && (year > 0 || !negative) ? Build(text, year, negative, significant, doubt) : null;
    }

    /// <summary>A decade of three digits or a century of two, as ISO 8601-2 writes them; negative ones run towards zero.</summary>
    public static EdtfDate? ParseSpan(string text)
    {
        var body = Unqualified(text, out var doubt);
        var negative = body.StartsWith('-');
        if (negative) body = body[1..];
        if (body.Length is not (2 or 3) || Number(body, 3) is not { } number || (negative && number == 0)) return null;
        var length = body.Length == 2 ? 100 : 10;
        var first = (negative ? -number : number) * length;
        return Build(text, body.Length == 2 ? EdtfKind.Century : EdtfKind.Decade, first, first + length - 1, doubt, isCertain: doubt == Doubt.None);
    }

    private static EdtfDate? Build(string text, long year, bool negative, int significant, Doubt doubt)
    {
        long step = 1;
        var length = year.ToString().Length;
        if (significant > length) return null;
        for (var i = significant; significant > 0 && i < length; i++) step *= 10;
        var (lo, hi) = (year / step * step, (year / step * step) + step - 1);
        if (hi > DayNumber.MaxYear) return null;
        if (negative) (lo, hi) = (-hi, -lo);
        return Build(text, EdtfKind.Year, lo, hi, doubt, isCertain: doubt == Doubt.None && significant == 0);
    }

    private static EdtfDate Build(string text, EdtfKind kind, long lo, long hi, Doubt doubt, bool isCertain) =>
        new(text, kind, DayNumber.Of(lo, 1, 1), DayNumber.Of(hi, 12, 31), isCertain) { Year = new(lo, hi, null), YearDoubt = doubt };

    private static ReadOnlySpan<char> Unqualified(string text, out Doubt doubt)
    {
        doubt = EdtfScanner.DoubtOf(text[^1]);
        return doubt == Doubt.None ? text : text.AsSpan(0, text.Length - 1);
    }

    private static bool SplitSignificant(ref ReadOnlySpan<char> body, out int digits)
    {
        digits = 0;
        var at = body.IndexOf('S');
        if (at < 0) return true;
        if (Number(body[(at + 1)..], 2) is not { } number || number == 0) return false;
        digits = (int)number;
        body = body[..at];
        return true;
    }

    private static long? Number(ReadOnlySpan<char> digits, int atMost)
    {
        if (digits.Length == 0 || digits.Length > atMost) return null;
        long number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return null;
            number = (number * 10) + (c - '0');
        }
        return number;
    }
}
