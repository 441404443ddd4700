using Concordat.Reading.Dates;

namespace Concordat.Today;

/// <summary>How a day by which something is due stands to today. One that is only bounded above ("by 30 June") is due on that bound.</summary>
/// <param name="Lo">Earliest day number.</param>
/// <param name="Hi">Latest day number.</param>
internal readonly record struct DueDay(long Lo, long Hi)
{
    public static DueDay Of(long lo, long hi) => new(lo <= -DayNumber.Unbounded ? hi : lo, hi);

    /// <summary>The end of a sentence that names the day, without its full stop: certain lateness is counted from the latest day.</summary>
    public string Beside(long today)
    {
        if (Lo >= today) return In(Lo - today);
        if (Hi >= today) return ": it may be overdue";
        return $": overdue by {(Lo == Hi ? "" : "at least ")}{Count(today - Hi)}";
    }

    /// <summary>Days until it is too late; below nothing only when that is certain.</summary>
    public long Rank(long today) => Hi < today ? Hi - today : Math.Max(Lo - today, 0);

    public static string In(long days) => days switch { 0 => ", today", 1 => ", tomorrow", _ => $", in {days} days" };

    private static string Count(long days) => days == 1 ? "one day" : $"{days} days";
}
