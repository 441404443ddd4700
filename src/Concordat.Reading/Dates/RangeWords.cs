namespace Concordat.Reading.Dates;

/// <summary>English for two dates that share what they can: "3" and "4 February 2026", "28 February" and "2 March 2026".</summary>
internal static class RangeWords
{
    /// <summary>Null when the two have to be said each in full (doubts, mixed precision, seasons).</summary>
    public static (string First, string Second, bool IsTight)? Share(EdtfDate a, EdtfDate b, Wording words)
    {
        if (!a.IsCertain || !b.IsCertain || !IsPlain(a) || !IsPlain(b) || a.Day.IsAbsent != b.Day.IsAbsent || a.Month.IsAbsent != b.Month.IsAbsent) return null;
        var second = DateWords.Core(b, words)!;
        if (a.Month.IsAbsent || a.Year.Lo != b.Year.Lo) return (DateWords.Core(a, words)!, second, a.Month.IsAbsent && a.Year.Lo >= 1000);
        if (a.Day.IsAbsent) return (words.Month(a.Month.Value), second, true);
        return a.Month == b.Month ? ($"{a.Day.Value}", second, true) : ($"{a.Day.Value} {words.Month(a.Month.Value)}", second, false);
    }

    /// <summary>"early", "mid-" or "late" for a third of a month with both ends approximate; else null.</summary>
    public static string? ThirdOfMonth(EdtfInterval interval, Wording words)
    {
        if (interval is not { Start: { } a, End: { } b } || !IsAbout(a) || !IsAbout(b) || a.Year != b.Year || a.Month != b.Month) return null;
        var month = $"{words.Month(a.Month.Value)} {Wording.Year(a.Year.Lo)}";
        var last = DayNumber.DaysInMonth(a.Year.Lo, a.Month.Value);
        return (a.Day.Value, b.Day.Value) switch
        {
            (1, 10) => $"early {month}",
            (11, 20) => $"mid {month}",
            (21, var end) when end == last => $"late {month}",
            _ => null,
        };
    }

    private static bool IsPlain(EdtfDate date) => date.Kind == EdtfKind.Date && !date.HasUnspecified;

    private static bool IsAbout(EdtfDate date) =>
        date.IsPlainDay && (date.YearDoubt, date.MonthDoubt, date.DayDoubt) == (Doubt.Approximate, Doubt.Approximate, Doubt.Approximate);
}
