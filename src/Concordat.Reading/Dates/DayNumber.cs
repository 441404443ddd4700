namespace Concordat.Reading.Dates;

/// <summary>Days of the proleptic Gregorian calendar as numbers: day 0 is 1970-01-01. Years are astronomical (0 is 1 BC).</summary>
public static class DayNumber
{
    /// <summary>Stands for "no bound": as a highest day with this sign, as a lowest day negated.</summary>
    public const long Unbounded = 9_000_000_000_000_000;

    /// <summary>Years beyond this, either way, have no day number.</summary>
    public const long MaxYear = 9_999_999_999_999;

    private const long DaysOf400Years = 146_097, DaysFromMarchOfYear0 = 719_468;

    /// <summary>The number of a day that exists; the caller has checked that it does.</summary>
    public static long Of(long year, int month, int day)
    {
        // Counted from March, so that the leap day is the last of its year.
        var marchYear = month > 2 ? year : year - 1;
        var cycle = FloorDiv(marchYear, 400);
        var yearOfCycle = marchYear - (cycle * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (cycle * DaysOf400Years) + (yearOfCycle * 365) + (yearOfCycle / 4) - (yearOfCycle / 100) + dayOfYear - DaysFromMarchOfYear0;
    }

    public static long Of(DateOnly day) => Of(day.Year, day.Month, day.Day);

    /// <summary>Year, month and day of a day number that is not <see cref="Unbounded"/>.</summary>
    public static (long Year, int Month, int Day) Civil(long number)
    {
        var shifted = number + DaysFromMarchOfYear0;
        var cycle = FloorDiv(shifted, DaysOf400Years);
        var dayOfCycle = shifted - (cycle * DaysOf400Years);
        var yearOfCycle = (dayOfCycle - (dayOfCycle / 1460) + (dayOfCycle / 36_524) - (dayOfCycle / 146_096)) / 365;
        var dayOfYear = (int)(dayOfCycle - ((365 * yearOfCycle) + (yearOfCycle / 4) - (yearOfCycle / 100)));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var day = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
        return ((cycle * 400) + yearOfCycle + (month <= 2 ? 1 : 0), month, day);
    }

    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static long FloorDiv(long a, long b) => a >= 0 ? a / b : ((a + 1) / b) - 1;
}
