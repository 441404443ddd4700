using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>Counts times of agreements from days; docs/terms.md says how and why. Both bounds are moved, so that what is uncertain stays so.</summary>
public static class Counting
{
    /// <summary>The last day of a time that runs from a day.</summary>
    /// <param name="firstDayCounts">False: five years from 3 February end with 3 February (the day from which a time runs is not counted). True: with 2 February.</param>
    public static When End(When from, Period length, bool firstDayCounts) => firstDayCounts ? Each(from, day => LastOf(day, length, false), day => LastOf(day, length, true)) : After(from, length);

    /// <summary>So long after a day.</summary>
    public static When After(When from, Period length) => Months(length) is { } months ? Each(from, day => Move(day, months), day => Move(day, months)) : Each(from, day => day + Shortest(length), day => day + Longest(length));

    /// <summary>The last day on which something can be done that must be done so long before a day: a month that has no such day gives its last one.</summary>
    public static When Before(When day, Period length) => Months(length) is { } months ? Each(day, d => Move(d, -months), d => Move(d, -months)) : Each(day, d => d - Longest(length), d => d - Shortest(length));

    /// <summary>The first day of the nth month after a day; the month after it is the first.</summary>
    public static When FirstOfMonth(When after, int month) => Each(after, day => First(day, month), day => First(day, month));

    /// <summary>So many days later, or earlier.</summary>
    public static When Days(When day, long days) => Each(day, d => d + days, d => d + days);

    internal static int? Months(Period length) => length.Unit switch { TimeUnit.Months => length.Count, TimeUnit.Years => 12 * length.Count, _ => null };

    private static long LastOf(long day, Period length, bool longest)
    {
        if (Months(length) is not { } months) return day - 1 + (longest ? Longest(length) : Shortest(length));
        // The day before the same date: of a first of the month the last day of the month before.
        var (year, month, date) = DayNumber.Civil(day);
        return date == 1 ? Date(year, month - 1 + months - 1, 31) : Date(year, month - 1 + months, date - 1);
    }

    private static long Move(long day, int months)
    {
        var (year, month, date) = DayNumber.Civil(day);
        return Date(year, month - 1 + months, date);
    }

    private static long First(long day, int months)
    {
        var (year, month, _) = DayNumber.Civil(day);
        return Date(year, month - 1 + months, 1);
    }

    /// <summary>A date by months since January of a year; the last day of a month that is shorter.</summary>
    private static long Date(long year, int month, int date)
    {
        var years = Math.DivRem(month, 12, out var rest);
        if (rest < 0) (years, rest) = (years - 1, rest + 12);
        return DayNumber.Of(year + years, rest + 1, Math.Min(date, DayNumber.DaysInMonth(year + years, rest + 1)));
    }

    // Hours end within the day that they fill. Working days depend on the holidays of both sides: no shorter than the days themselves, no longer than twice that and a fortnight.
    private static long Shortest(Period length) => length.Unit switch { TimeUnit.Weeks => 7L * length.Count, TimeUnit.Hours => length.Count / 24, _ => length.Count };

    private static long Longest(Period length) => length.Unit switch { TimeUnit.WorkingDays => (2L * length.Count) + 14, TimeUnit.Hours => (length.Count + 23) / 24, _ => Shortest(length) };

    private static When Each(When when, Func<long, long> lo, Func<long, long> hi) => Reckoned.Between(IsDay(when.Lo) ? lo(when.Lo) : when.Lo, IsDay(when.Hi) ? hi(when.Hi) : when.Hi, when.IsCertain);

    internal static bool IsDay(long day) => Math.Abs(day) < DayNumber.Unbounded;
}
