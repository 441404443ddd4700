namespace Concordat.Reading.Dates;

/// <summary>First and last day that the digits of a date leave open; null when no such day exists (30 February).</summary>
internal static class DateBounds
{
    public static (long Lo, long Hi)? Of(YearPart year, TwoDigits month, TwoDigits day)
    {
        if (month.IsAbsent) return (DayNumber.Of(year.Lo, 1, 1), DayNumber.Of(year.Hi, 12, 31));
        if (year.IsNumber && month.IsNumber && day.IsNumber) return OneDay(year.Lo, month.Value, day.Value);
        return Find(year, month, day, last: false) is { } lo && Find(year, month, day, last: true) is { } hi ? (lo, hi) : null;
    }

    private static (long, long)? OneDay(long year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > DayNumber.DaysInMonth(year, month)) return null;
        var number = DayNumber.Of(year, month, day);
        return (number, number);
    }

    /// <summary>Which month and day come first (or last) depends on the year only by its being a leap year.</summary>
    private static long? Find(YearPart year, TwoDigits month, TwoDigits day, bool last)
    {
        var common = FindIn(2001, month, day, last);
        var leap = FindIn(2000, month, day, last);
        if (common is null && leap is null) return null;
        var step = last ? -1 : 1;
        for (var y = last ? year.Hi : year.Lo; y >= year.Lo && y <= year.Hi; y += step)
            if (year.Fits(y) && (DayNumber.IsLeap(y) ? leap : common) is var (m, d)) return DayNumber.Of(y, m, d);
        return null;
    }

    private static (int Month, int Day)? FindIn(int year, TwoDigits month, TwoDigits day, bool last)
    {
        for (var i = 1; i <= 12; i++)
        {
            var m = last ? 13 - i : i;
            if (!month.Fits(m)) continue;
            var length = DayNumber.DaysInMonth(year, m);
            if (day.IsAbsent) return (m, last ? length : 1);
            for (var j = 1; j <= length; j++)
                if (day.Fits(last ? length + 1 - j : j)) return (m, last ? length + 1 - j : j);
        }
        return null;
    }
}
