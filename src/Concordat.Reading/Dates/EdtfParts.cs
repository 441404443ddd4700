namespace Concordat.Reading.Dates;

/// <summary>Qualification of a part: <c>?</c> uncertain, <c>~</c> approximate, <c>%</c> both (ISO 8601-2, 8).</summary>
[Flags]
public enum Doubt { None = 0, Uncertain = 1, Approximate = 2 }

/// <summary>Two digits of a month or a day, each perhaps X; the default value is an absent part.</summary>
public readonly record struct TwoDigits(char Tens, char Ones)
{
    public bool IsAbsent => Tens == '\0';

    /// <summary>XX.</summary>
    public bool IsUnspecified => Tens == 'X' && Ones == 'X';

    public bool IsNumber => char.IsAsciiDigit(Tens) && char.IsAsciiDigit(Ones);

    /// <summary>The number, or 0 when a digit is unspecified or the part is absent.</summary>
    public int Value => IsNumber ? ((Tens - '0') * 10) + (Ones - '0') : 0;

    internal bool Fits(int number) => (Tens == 'X' || Tens == '0' + (number / 10)) && (Ones == 'X' || Ones == '0' + (number % 10));
}

/// <summary>A year, or the years that its digits leave open.</summary>
/// <param name="Lo">First year; astronomical numbering.</param>
/// <param name="Hi">Last year.</param>
/// <param name="Mask">The four digits when one of them is X; else null.</param>
public readonly record struct YearPart(long Lo, long Hi, string? Mask)
{
    /// <summary>XXXX.</summary>
    public bool IsUnspecified => Mask is "XXXX" && Hi > 0;

    public bool IsNumber => Lo == Hi && Mask is null;

    internal static YearPart? Of(ReadOnlySpan<char> digits, bool negative)
    {
        int least = 0, most = 0;
        foreach (var c in digits)
        {
            if (c != 'X' && !char.IsAsciiDigit(c)) return null;
            least = (least * 10) + (c == 'X' ? 0 : c - '0');
            most = (most * 10) + (c == 'X' ? 9 : c - '0');
        }
        if (negative && most == 0) return null;
        var mask = digits.Contains('X') ? digits.ToString() : null;
        return negative ? new(-most, -Math.Max(least, LeastAboveZero(digits)), mask) : new(least, most, mask);
    }

    /// <summary>There is no year -0, so -000X begins at -0001.</summary>
    private static int LeastAboveZero(ReadOnlySpan<char> digits)
    {
        for (int i = digits.Length - 1, weight = 1; i >= 0; i--, weight *= 10)
            if (digits[i] == 'X') return weight;
        return 0;
    }

    internal bool Fits(long year)
    {
        if (Mask is null) return year >= Lo && year <= Hi;
        var rest = Math.Abs(year);
        for (var i = Mask.Length - 1; i >= 0; i--, rest /= 10)
            if (Mask[i] != 'X' && Mask[i] - '0' != rest % 10) return false;
        return year >= Lo && year <= Hi;
    }
}

/// <summary>Time of day; in UTC when the text gave a zone, else local to nobody knows where.</summary>
public readonly record struct EdtfTime(int SecondOfDay, int Nanoseconds, bool IsUtc);
