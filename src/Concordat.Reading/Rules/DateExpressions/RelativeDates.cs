using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.DateExpressions;

/// <summary>"today", "yesterday", "last week", "earlier this month", "last year", "last Friday", "next month".</summary>
internal static class RelativeDates
{
    public static RawDate? At(List<Token> t, int i, int to)
    {
        switch (t[i].Low)
        {
            case "today": return Day(i, 0);
            case "yesterday": return Day(i, -1);
            case "tomorrow": return Day(i, 1);
            case "last" or "this" or "next" or "previous" or "coming": break;
            default: return null;
        }
        if (i + 1 >= to) return null;
        var shift = DateGrammar.Shift(t[i].Low);
        if (DateWords.IsWeekday(t[i + 1].Low)) return new(i, i + 2, new(0, 0, DateWords.Weekday(t[i + 1].Low)), Relative: Relative.Weekday, Offset: shift, Rule: "date.weekday");
        if (DateWords.IsMonth(t[i + 1].Low) && t[i + 1].IsName) return DateGrammar.At(t, i + 1, to);
        return t[i + 1].Low switch
        {
            "week" => new(i, i + 2, default, Relative: Relative.Week, Offset: shift, Rule: "date.week"),
            "month" => new(i, i + 2, default, Relative: Relative.Month, Offset: shift, Rule: "date.month-relative"),
            "year" => new(i, i + 2, default, Relative: Relative.Year, Offset: shift, Rule: "date.year-relative"),
            _ => null,
        };
    }

    private static RawDate Day(int i, int offset) => new(i, i + 1, default, Relative: Relative.Day, Offset: offset, Rule: "date.today");
}
