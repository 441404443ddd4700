namespace Concordat.Reading.Dates;

/// <summary>Where a month has no such day.</summary>
public enum MonthEnd
{
    /// <summary>The same day of the month, or the month's last day when it is shorter: 31 January + 1 = 28 February; 28 February + 1 = 28 March.</summary>
    Shorten,
    /// <summary>As <see cref="Shorten"/>, but the last day of a month stays a last day: 28 February 2026 + 1 = 31 March.</summary>
    LastStaysLast,
}

/// <summary>Earliest and latest day of a deadline: each bound is moved, and a bound that is missing stays so.</summary>
public static class MonthArithmetic
{
    /// <summary>Moves by whole months, back when negative.</summary>
    public static When AddMonths(this When when, int months, MonthEnd rule = MonthEnd.Shorten) =>
        Between(Move(when.Lo, months, rule), Move(when.Hi, months, rule), when.IsCertain);

    public static When AddDays(this When when, int days) =>
        Between(IsBound(when.Lo) ? when.Lo + days : when.Lo, IsBound(when.Hi) ? when.Hi + days : when.Hi, when.IsCertain);

    private static bool IsBound(long day) => Math.Abs(day) < DayNumber.Unbounded;

    private static long Move(long number, int months, MonthEnd rule)
    {
        if (!IsBound(number)) return number;
        var (year, month, day) = DayNumber.Civil(number);
        var wasLast = day == DayNumber.DaysInMonth(year, month);
        var total = (year * 12) + month - 1 + months;
        var targetMonth = (int)(((total % 12) + 12) % 12);
        var targetYear = (total - targetMonth) / 12;
        var length = DayNumber.DaysInMonth(targetYear, targetMonth + 1);
        return DayNumber.Of(targetYear, targetMonth + 1, wasLast && rule == MonthEnd.LastStaysLast ? length : Math.Min(day, length));
    }

    /// <summary>A day within bounds, as EDTF. Its intervals hold years of four digits: what lies beyond them loses its bound, which only widens.</summary>
    public static When Between(long lo, long hi, bool isCertain)
    {
        if (lo < DayNumber.Of(-9999, 1, 1) || lo > DayNumber.Of(9999, 12, 31)) lo = -DayNumber.Unbounded;
        if (hi > DayNumber.Of(9999, 12, 31) || hi < DayNumber.Of(-9999, 1, 1)) hi = DayNumber.Unbounded;
        var doubt = isCertain ? "" : "?";
        var start = IsBound(lo) ? Iso.Day(lo) + doubt : "..";
        var end = IsBound(hi) ? Iso.Day(hi) + doubt : "..";
        return new(lo == hi ? start : $"{start}/{end}", lo, hi, isCertain || (start == ".." && end == ".."));
    }
}
