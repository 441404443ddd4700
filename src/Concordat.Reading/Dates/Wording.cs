namespace Concordat.Reading.Dates;

/// <summary>English for the parts of a date, in full or for a table.</summary>
internal sealed class Wording
{
    public static Wording Full { get; } = new(isShort: false);
    public static Wording Short { get; } = new(isShort: true);

    private static readonly string[] MonthNames =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] SeasonNames = ["spring", "summer", "autumn", "winter"];

    private Wording(bool isShort) => IsShort = isShort;

    public bool IsShort { get; }

    public string Month(int month) => IsShort ? MonthNames[month - 1][..3] : MonthNames[month - 1];

    /// <summary>Astronomical year 0 is 1 BC.</summary>
    public static string Year(long year) => year switch
    {
        <= 0 => $"{1 - year} BC",
        < 1000 => $"AD {year}",
        > 9999 => $"the year {year}",
        _ => year.ToString(),
    };

    public string Day(long number)
    {
        var (year, month, day) = DayNumber.Civil(number);
        return $"{day} {Month(month)} {Year(year)}";
    }

    public string Season(int season, string year, Doubt doubt)
    {
        if (season >= Seasons.Half) return IsShort ? $"H{season - 39} {year}" : $"{(season == Seasons.Half ? "first" : "second")} half of {year}";
        if (season >= Seasons.Third && doubt == Doubt.Approximate) return $"{(season switch { 37 => "early", 38 => "mid", _ => "late" })} {year}";
        var (first, last) = Seasons.Months(season);
        if (season >= Seasons.Third) return $"{Between}{Month(first)}{And}{Month(last)} {year}";
        if (season >= Seasons.Quarter) return $"Q{season - 32} {year}";
        var name = $"{SeasonNames[(season - 21) % 4]} {year}";
        if (season < Seasons.NorthernSpring) return $"{name} ({Month(first)} to {Month(last)})";
        return season < Seasons.SouthernSpring ? name : $"{name} (southern hemisphere)";
    }

    public string Between => IsShort ? "" : "between ";

    public string And => IsShort ? "–" : " and ";
}
