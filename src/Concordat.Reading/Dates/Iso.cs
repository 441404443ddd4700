namespace Concordat.Reading.Dates;

/// <summary>Writes plain EDTF; years from -9999 to 9999.</summary>
internal static class Iso
{
    public static string Year(long year) => year < 0 ? $"-{-year:0000}" : $"{year:0000}";

    public static string Day(long year, int month, int day) => $"{Year(year)}-{month:00}-{day:00}";

    public static string Day(long number)
    {
        var (year, month, day) = DayNumber.Civil(number);
        return Day(year, month, day);
    }
}
