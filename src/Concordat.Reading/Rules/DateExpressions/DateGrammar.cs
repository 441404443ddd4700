using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.DateExpressions;

/// <summary>Recognises dates as English texts write them, at one place of the token list.</summary>
internal static class DateGrammar
{
    /// <summary>The date that starts at <paramref name="i"/> and stays before <paramref name="to"/>, or null.</summary>
    public static RawDate? At(List<Token> t, int i, int to)
    {
        if (i >= to) return null;
        if (DateWords.IsWeekday(t[i].Low)) return AfterWeekday(t, i, to);
        if (t[i].Shape is Shape.Number) return NumericDates.At(t, i, to) ?? DayFirst(t, i, to) ?? DayAlone(t, i, to);
        if (t[i].Shape is Shape.Lower && t[i].Length is > 8 and < 12 && char.IsAsciiDigit(t[i].Low[0])) return NumericDates.Dashed(t[i].Low.Split('-'), i);
        if (DateWords.IsMonth(t[i].Low) && t[i].IsName) return MonthFirst(t, i, to);
        return RelativeDates.At(t, i, to);
    }

    /// <summary>A line such as "Feb 22, 2021" or "Wednesday, August 1, 2018".</summary>
    public static bool IsOnlyADate(List<Token> t, int from, int to) => At(t, from, to) is { } date && date.To >= to - 1;

    public static int YearAt(List<Token> t, int i, int to) =>
        i < to && t[i].Shape is Shape.Number && t[i].Low.Length == 4 && int.TryParse(t[i].Low, out var year) && year is >= 1900 and <= 2100 ? year : 0;

    public static int DayAt(List<Token> t, int i, int to)
    {
        if (i >= to || t[i].Shape is not Shape.Number || t[i].Low.Length > 4) return 0;
        var day = DateWords.Ordinal(t[i].Low);
        return (day != 0 || (t[i].Low.Length < 3 && int.TryParse(t[i].Low, out day))) && day is > 0 and < 32 ? day : 0;
    }

    private static RawDate? AfterWeekday(List<Token> t, int i, int to)
    {
        var next = i + 1 < to && (t[i + 1].Is(',') || t[i + 1].Low == "the" || t[i + 1].Is('(')) ? i + 2 : i + 1;
        if (next < to && (t[next].Shape is Shape.Number || DateWords.IsMonth(t[next].Low)) && At(t, next, to) is { } date && date.Start.Day != 0) return date with { From = i };
        if (i + 2 < to && Joint(t[i + 1]) && DateWords.IsWeekday(t[i + 2].Low)) return new(i, OfWeek(t, i + 3, to), new(0, 0, DateWords.Weekday(t[i].Low)), new(0, 0, DateWords.Weekday(t[i + 2].Low)), Relative.Weekday, Rule: "date.weekdays");
        return new(i, i + 1, new(0, 0, DateWords.Weekday(t[i].Low)), Relative: Relative.Weekday, Rule: "date.weekday");
    }

    /// <summary>"Wednesday to Friday of this week": the token after it.</summary>
    private static int OfWeek(List<Token> t, int i, int to) => i + 2 < to && t[i].Low is "of" && t[i + 1].Low is "this" && t[i + 2].Low is "week" ? i + 3 : i;

    /// <summary>"February 3", "February 3-4, 2026", "February 3 and 4", "February 27 to March 2", "October 2025".</summary>
    private static RawDate? MonthFirst(List<Token> t, int i, int to)
    {
        var month = DateWords.Month(t[i].Low);
        var day = DayAt(t, i + 1, to);
        if (day == 0) return MonthAlone(t, i, to, month);
        var at = i + 2;
        var end = RangeEnd(t, at, to, month, ref at);
        var year = YearAfter(t, ref at, to);
        return Make(i, at, new(year, month, day), end == default ? default : end with { Year = year });
    }

    /// <summary>"3 February 2026", "3-4 February", "3 and 4 February", "27 February to 2 March", "the 3rd of February".</summary>
    private static RawDate? DayFirst(List<Token> t, int i, int to)
    {
        var day = DayAt(t, i, to);
        if (day == 0) return BareYear(t, i, to);
        var at = i + 1;
        var until = 0;
        if (at + 1 < to && Joint(t[at]) && DayAt(t, at + 1, to) is > 0 and var second) { until = second; at += 2; }
        if (at < to && t[at].Low == "of") at++;
        if (at >= to || !t[at].IsName || DateWords.Month(t[at].Low) is not (> 0 and var month)) return null;
        at++;
        var end = until > 0 ? new DayOf(0, month, until) : default;
        if (end == default && at + 2 < to && Joint(t[at]) && DayAt(t, at + 1, to) is > 0 and var last && DateWords.Month(t[at + 2].Low) is > 0 and var lastMonth && (t[at].Low is not "and" || day > 27 && last == 1 && lastMonth == month % 12 + 1))
        {
            end = new(0, lastMonth, last);
            at += 3;
        }
        var year = YearAfter(t, ref at, to);
        return Make(i, at, new(year, month, day), end == default ? default : end with { Year = year });
    }

    /// <summary>"on the 14th", with no month anywhere near.</summary>
    private static RawDate? DayAlone(List<Token> t, int i, int to) =>
        i > 1 && t[i - 1].Low is "the" && t[i - 2].Low is "on" && !char.IsAsciiDigit(t[i].Low[^1]) && DayAt(t, i, to) is > 0 and var day && (i + 1 >= to || t[i + 1].Shape is Shape.Punct || t[i + 1].Low is "in" or "at" or "by" or "and") ? new(i, i + 1, new(0, 0, day), Relative: Relative.PastDay, Rule: "date.day-alone") : null;

    private static DayOf RangeEnd(List<Token> t, int i, int to, int month, ref int at)
    {
        if (i + 1 >= to || !Joint(t[i])) return default;
        if (DayAt(t, i + 1, to) is > 0 and var day && !(i + 2 < to && DateWords.IsMonth(t[i + 2].Low) && t[i + 2].IsName)) { at = i + 2; return new(0, month, day); }
        if (t[i].Low is "and" or "&" || DateWords.Month(t[i + 1].Low) is not (> 0 and var next) || DayAt(t, i + 2, to) is not (> 0 and var last)) return default;
        at = i + 3;
        return new(0, next, last);
    }

    private static RawDate? MonthAlone(List<Token> t, int i, int to, int month)
    {
        var at = i + 1;
        if (at < to && t[at].Low is "of") at++;
        if (YearAfter(t, ref at, to) is > 0 and var year) return new(i, at, new(year, month, 0), Rule: "date.month");
        at = i + 1;
        if (at + 1 < to && t[at].Low is "this" or "last" or "next" && t[at + 1].Low == "year")
            return new(i, at + 2, new(0, month, 0), Relative: Relative.MonthOfYear, Offset: Shift(t[at].Low), Rule: "date.month-of-year");
        if (i == 0) return null;
        var before = t[i - 1].Low;
        if (before is "last" or "this" or "next") return new(i - 1, i + 1, new(0, month, 0), Relative: Relative.NearMonth, Offset: Shift(before), Rule: "date.month-near");
        return before is "in" or "since" or "until" or "early" or "late" or "mid" or "during" ? new(i, i + 1, new(0, month, 0), Rule: "date.month") : null;
    }

    private static RawDate? BareYear(List<Token> t, int i, int to)
    {
        var year = YearAt(t, i, to);
        if (year == 0 || i == 0) return null;
        return t[i - 1].Low is "in" or "since" or "of" or "from" or "by" or "until" or "early" or "late" or "mid" or "year" or "to" or "before" or "till"
            ? new(i, i + 1, new(year, 0, 0), Rule: "date.year") : null;
    }

    private static int YearAfter(List<Token> t, ref int at, int to)
    {
        var i = at < to && (t[at].Is(',') || t[at].Low == "of") ? at + 1 : at;
        if (YearAt(t, i, to) is not (> 0 and var year)) return 0;
        at = i + 1;
        return year;
    }

    public static int Shift(string low) => low is "last" or "previous" or "past" ? -1 : low is "next" or "coming" ? 1 : 0;
    private static bool Joint(Token token) => token.IsDash || token.Low is "and" or "to" or "&" or "through" or "until";
    private static RawDate Make(int from, int to, DayOf start, DayOf end) => new(from, to, start, end, Rule: end == default ? "date.day" : "date.range");
}
