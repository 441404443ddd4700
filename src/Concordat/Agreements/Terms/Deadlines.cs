using Concordat.Reading.Dates;

namespace Concordat.Agreements.Terms;

/// <summary>What a deadline is about.</summary>
public enum DeadlineSort
{
    /// <summary>Last day for notice against a renewal by itself.</summary>
    Notice,
    /// <summary>The first day of a renewal by itself.</summary>
    Renewal,
    /// <summary>The last day of the term.</summary>
    Ends,
    /// <summary>The last day on which surviving articles bind.</summary>
    Survival,
}

/// <param name="Lo">The earliest day; warnings go by it.</param>
/// <param name="Period">Of renewals and their notices: the period that ends; else 0.</param>
public sealed record Deadline(DeadlineSort Sort, long Lo, long Hi, bool Certain, bool Assumed, int Period);

/// <summary>The deadlines of an agreement.</summary>
internal static class Deadlines
{
    /// <summary>Renewals by themselves that are written out: sixty years of yearly ones.</summary>
    public const int MostRenewals = 60;

    public static IEnumerable<Deadline> Of(TermTimes times)
    {
        var stop = times.Ended?.Day.Hi ?? DayNumber.Unbounded;
        var assumed = times.Ends?.Assumed == true;
        if (times.Cycle is { } cycle)
            for (var period = 0; period < Math.Min(cycle.Most ?? MostRenewals, MostRenewals) && Counting.IsDay(cycle.End(period).Lo) && cycle.End(period).Lo <= stop; period++)
            {
                if (cycle.Notice is not null) yield return Of(DeadlineSort.Notice, cycle.LastNotice(period), assumed, period);
                yield return Of(DeadlineSort.Renewal, cycle.Renewed(period), assumed, period);
            }

        if (times.Ends is { } ends && Counting.IsDay(ends.Day.Lo) && ends.Day.Lo <= stop) yield return Of(DeadlineSort.Ends, ends.Day, assumed, 0);
        foreach (var survives in times.Survival.Select(s => s.Ends).OfType<Reckoned>().Where(s => Counting.IsDay(s.Day.Lo)).DistinctBy(s => s.Day)) yield return Of(DeadlineSort.Survival, survives.Day, survives.Assumed, 0);
    }

    private static Deadline Of(DeadlineSort sort, When day, bool assumed, int period) => new(sort, day.Lo, day.Hi, day.IsCertain, assumed, period);
}
