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
            case "following" or "next" or "same" or "previous" when i + 1 < to && t[i + 1].Low is "day" && i > 0 && t[i - 1].Low is "the": return After(i - 1, i + 2, t[i].Low is "same" ? 0 : t[i].Low is "previous" ? -1 : 1);
            case "day" when i > 0 && t[i - 1].Low is "the" && i + 2 < to && t[i + 1].Low is "before" && t[i + 2].Shape is Shape.Punct: return After(i - 1, i + 2, -1);
            case "day" when i > 0 && t[i - 1].Low is "the" && i + 2 < to && t[i + 1].Low is "before" && t[i + 2].Low is "yesterday": return new(i - 1, i + 3, default, Relative: Relative.Day, Offset: -2, Rule: "date.today");
            case "weekend" when i > 1 && t[i - 1].Low is "the" && t[i - 2].Low is "at" or "over" or "during" || i > 0 && t[i - 1].Low is "last": return new(i - 1, i + 1, default, Relative: Relative.Weekend, Rule: "date.weekend");
            case "that" when i + 1 < to && t[i + 1].Low is "day" or "evening" or "afternoon": return After(i, i + 2, 0);
            case "last" or "final" or "closing" or "first" or "opening" or "second" or "third" when i + 1 < to && t[i + 1].Low is "day" && i > 1 && t[i - 1].Low is "the" && t[i - 2].Low is "on":
                return new(i - 1, i + 2, default, Relative: Relative.DayOfRun, Offset: t[i].Low is "first" or "opening" ? 0 : t[i].Low is "second" ? 1 : t[i].Low is "third" ? 2 : -1, Rule: "date.day-of-run");
            case "last" or "this" or "next" or "previous" or "coming": break;
            default: return Later(t, i, to);
        }
        if (i + 1 >= to) return null;
        var shift = DateGrammar.Shift(t[i].Low);
        if (DateWords.IsWeekday(t[i + 1].Low)) return new(i, i + 2, new(0, 0, DateWords.Weekday(t[i + 1].Low)), Relative: Relative.Weekday, Offset: shift, Rule: "date.weekday");
        if (DateWords.IsMonth(t[i + 1].Low) && t[i + 1].IsName) return DateGrammar.At(t, i + 1, to);
        return t[i + 1].Low switch
        {
            "morning" or "afternoon" or "evening" when t[i].Low is "this" => new(i, i + 2, default, Relative: Relative.Day, Offset: 0, Rule: "date.today"),
            "week" => new(i, i + 2, default, Relative: Relative.Week, Offset: shift, Rule: "date.week"),
            "month" => new(i, i + 2, default, Relative: Relative.Month, Offset: shift, Rule: "date.month-relative"),
            "year" => new(i, i + 2, default, Relative: Relative.Year, Offset: shift, Rule: "date.year-relative"),
            _ => null,
        };
    }

    /// <summary>"Two days later", "a week later": counted from the day told before; "two days ago" from that of the text.</summary>
    private static RawDate? Later(List<Token> t, int i, int to)
    {
        if (i + 2 >= to || t[i + 2].Low is not ("later" or "ago") || t[i + 1].Low is not ("day" or "days" or "week" or "weeks")) return null;
        var n = t[i].Low is "a" or "one" ? 1 : Array.IndexOf(Numbers, t[i].Low) + 2;
        if (n < 2 && t[i].Low is not ("a" or "one") && !int.TryParse(t[i].Low, out n) || n is < 1 or > 60) return null;
        if (t[i + 2].Low is "ago") return t[i + 1].Low is "day" or "days" ? Day(i, -n) with { To = i + 3 } : null;
        return After(i, i + 3, t[i + 1].Low.StartsWith("week", StringComparison.Ordinal) ? 7 * n : n);
    }

    private static readonly string[] Numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static RawDate After(int from, int to, int days) => new(from, to, default, Relative: Relative.AfterLast, Offset: days, Rule: "date.after-last");

    private static RawDate Day(int i, int offset) => new(i, i + 1, default, Relative: Relative.Day, Offset: offset, Rule: "date.today");
}
