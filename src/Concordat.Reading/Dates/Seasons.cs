namespace Concordat.Reading.Dates;

/// <summary>The parts of a year by ISO 8601-2, 4.8: 21–24 seasons anywhere, 25–28 northern, 29–32 southern, 33–36 quarters, 37–39 thirds, 40–41 halves.</summary>
internal static class Seasons
{
    public const int NorthernSpring = 25, NorthernWinter = 28, SouthernSpring = 29, SouthernSummer = 30, Quarter = 33, Third = 37, Half = 40;

    /// <summary>
    /// First month, last month (13 and 14 are January and February of the next year). Seasons without a hemisphere count by quarters,
    /// as other EDTF software does; a December-to-February season may be named by either of its years, so it holds both readings.
    /// </summary>
    public static (int First, int Last) Months(int season) => season switch
    {
        <= 24 => Block(season - 21, 3),
        NorthernWinter or SouthernSummer => (1, 14),
        < NorthernWinter => (3 + (3 * (season - NorthernSpring)), 5 + (3 * (season - NorthernSpring))),
        SouthernSpring => (9, 11),
        < Quarter => (3 + (3 * (season - 31)), 5 + (3 * (season - 31))),
        < Third => Block(season - Quarter, 3),
        < Half => Block(season - Third, 4),
        _ => Block(season - Half, 6),
    };

    public static (long Lo, long Hi) Bounds(YearPart year, int season)
    {
        var (first, last) = Months(season);
        var (endYear, endMonth) = last > 12 ? (year.Hi + 1, last - 12) : (year.Hi, last);
        return (DayNumber.Of(year.Lo, first, 1), DayNumber.Of(endYear, endMonth, DayNumber.DaysInMonth(endYear, endMonth)));
    }

    private static (int, int) Block(int index, int length) => ((index * length) + 1, (index + 1) * length);
}
