using System.Text;

namespace Concordat.Reading.Dates;

/// <summary>Dates with a time (ISO 8601-1, extended format). The day of a time with zone is its day in UTC.</summary>
internal static class EdtfClock
{
    private const int SecondsPerDay = 86_400;

    public static EdtfDate? Parse(string text)
    {
        var t = text.IndexOf('T');
        if (EdtfDate.Parse(text[..t], alone: false) is not { IsPlainDay: true, IsCertain: true } date) return null;
        var clock = text.AsSpan(t + 1);
        if (!Zone(ref clock, out var offset) || TimeOfDay(clock, out var nanoseconds) is not { } second) return null;
        var seconds = second - ((offset ?? 0) * 60L);
        var day = date.Lo + (seconds < 0 ? -1 : seconds / SecondsPerDay);
        var time = new EdtfTime((int)((seconds + SecondsPerDay) % SecondsPerDay), nanoseconds, offset is not null);
        var (y, m, d) = DayNumber.Civil(day);
        if (y is < -9999 or > 9999) return null;
        return new(Format(y, m, d, time), EdtfKind.Date, day, day, true)
        {
            Year = new(y, y, null), Month = Two(m), Day = Two(d), Time = time,
        };
    }

    private static TwoDigits Two(int n) => new((char)('0' + (n / 10)), (char)('0' + (n % 10)));

    /// <summary>Cuts <c>Z</c>, <c>±hh</c> or <c>±hh:mm</c> off the end; offsets in use run from -12:00 to +14:00. Minutes, null when there is none.</summary>
    private static bool Zone(ref ReadOnlySpan<char> clock, out int? minutes)
    {
        minutes = null;
        if (clock.EndsWith("Z"))
        {
            clock = clock[..^1];
            minutes = 0;
            return true;
        }
        var sign = clock.IndexOfAny('+', '-', '\u2212');
        if (sign < 0) return true;
        var zone = clock[(sign + 1)..];
        if (zone.Length is not (2 or 5) || Pair(zone, 0) is not { } hours) return false;
        var rest = 0;
        if (zone.Length == 5 && (zone[2] != ':' || !Below(60, Pair(zone, 3), out rest))) return false;
        minutes = ((hours * 60) + rest) * (clock[sign] == '+' ? 1 : -1);
        clock = clock[..sign];
        return minutes is >= -12 * 60 and <= 14 * 60;
    }

    /// <summary><c>hh:mm[:ss[.f…]]</c> as seconds of the day; 24:00 is the end of the day and only it may say 24.</summary>
    private static int? TimeOfDay(ReadOnlySpan<char> clock, out int nanoseconds)
    {
        nanoseconds = 0;
        if (clock.Length < 5 || clock[2] != ':' || !Below(25, Pair(clock, 0), out var hour) || !Below(60, Pair(clock, 3), out var minute)) return null;
        var second = 0;
        if (clock.Length > 5 && (clock.Length < 8 || clock[5] != ':' || !Below(60, Pair(clock, 6), out second))) return null;
        if (clock.Length > 8 && (clock[8] != '.' || !Fraction(clock[9..], out nanoseconds))) return null;
        var total = (((hour * 60) + minute) * 60) + second;
        return total < SecondsPerDay || (total == SecondsPerDay && nanoseconds == 0) ? total : null;
    }

    private static bool Fraction(ReadOnlySpan<char> digits, out int nanoseconds)
    {
        nanoseconds = 0;
        if (digits.Length is < 1 or > 9) return false;
        for (var i = 0; i < 9; i++)
        {
            if (i < digits.Length && !char.IsAsciiDigit(digits[i])) return false;
            nanoseconds = (nanoseconds * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }
        return true;
    }

    private static int? Pair(ReadOnlySpan<char> text, int at) =>
        text.Length >= at + 2 && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : null;

    private static bool Below(int limit, int? number, out int value) => (value = number ?? limit) < limit;

    private static string Format(long year, int month, int day, EdtfTime time)
    {
        var text = new StringBuilder(32).Append(Iso.Day(year, month, day)).Append('T');
        var s = time.SecondOfDay;
        text.Append($"{s / 3600:00}:{s / 60 % 60:00}:{s % 60:00}.{time.Nanoseconds:000000000}");
        for (var i = 0; i < 6 && text[^1] == '0'; i++) text.Length--;
        return time.IsUtc ? text.Append('Z').ToString() : text.ToString();
    }
}
