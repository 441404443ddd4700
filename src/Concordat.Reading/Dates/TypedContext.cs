namespace Concordat.Reading.Dates;

/// <summary>What holds for one reading, and the first reason found against it.</summary>
internal sealed class TypedContext(DateOrder order, DateOnly today, bool asSpan)
{
    private const int YearsAhead = 30;

    public DateOrder Order => order;
    public DateOnly Today => today;
    public bool AsSpan => asSpan;
    public DateRefusal? Refusal { get; private set; }

    public static DateRefusal NotUnderstood(string? typed)
    {
        var shown = (typed ?? "").Trim();
        if (shown.Length > 40) shown = shown[..39] + "…";
        var lead = shown.Length == 0 ? "No date was typed." : $"“{shown}” is not understood as a date.";
        return new("date.not-understood", $"{lead} Type for instance 13/02/2026, 13 Feb 2026, Feb 2026, spring 2029, about 2019, by 13 Feb 2026, 3-4 February 2026 or not known.");
    }

    public string? Refuse(string code, string text)
    {
        Refusal ??= new(code, text);
        return null;
    }

    public string? NoSuchDay(string text) => Refuse("date.no-such-day", text);

    public string? EndsBeforeStart() => Refuse("date.ends-before-start", "The end lies before the start. Type the earlier date first.");

    /// <summary>A year as typed in two digits or four; null for other lengths.</summary>
    public int? Year(int value, int length)
    {
        if (length == 4) return value;
        if (length != 2) return null;
        var last = today.Year + YearsAhead;
        return last - ((last - value) % 100);
    }

    /// <summary>The year that brings a day of the calendar nearest to today; on a tie the coming one.</summary>
    public int NearestYear(int month, int day)
    {
        var now = DayNumber.Of(today);
        return Enumerable.Range(today.Year - 8, 17)
            .Where(y => day <= DayNumber.DaysInMonth(y, month))
            .OrderByDescending(y => y).MinBy(y => Math.Abs(DayNumber.Of(y, month, day) - now));
    }
}
