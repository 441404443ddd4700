namespace Concordat.Reading.Rules.DateExpressions;

internal enum Relative { None, Day, Weekday, Week, Month, Year, MonthOfYear, NearMonth, AfterLast, DayOfRun, PastDay, Weekend }

/// <summary>A date as written, before it is set against the day of publication. Zero means not written.</summary>
// Offset: For relative ones: days, weeks, months or years from the base; for a weekday -1, 0 or 1 for "last", plain, "next".
internal sealed record RawDate(int From, int To, DayOf Start, DayOf End = default, Relative Relative = Relative.None, int Offset = 0, string Rule = "date.day")
{
    public bool IsRange => End.Month != 0 || End.Day != 0;
}

/// <summary>Parts of a date; zero where the text has none.</summary>
internal readonly record struct DayOf(int Year, int Month, int Day);
