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
    /// <summary>Renewals by themselves that are written out: those of these years, since nobody can do anything about earlier ones, and at most so many.</summary>
    public const int MostRenewals = 120;

    private static readonly long From = DayNumber.Of(2020, 1, 1), To = DayNumber.Of(2060, 12, 31);

    public static IEnumerable<Deadline> Of(TermTimes times)
    {
        var stop = times.Ended?.Day.Hi ?? DayNumber.Unbounded;
        var assumed = times.Ends?.Assumed == true;
        if (times.Cycle is { } cycle && cycle.RunningOn(From) is { } first)
            foreach (var deadline in Renewals(cycle, first, Math.Min(stop, To), assumed)) yield return deadline;
        if (times.Ends is { } ends && Counting.IsDay(ends.Day.Lo) && ends.Day.Lo <= stop) yield return Of(DeadlineSort.Ends, ends.Day, assumed, 0);
        foreach (var survives in times.Survival.Select(s => s.Ends).OfType<Reckoned>().Where(s => Counting.IsDay(s.Day.Lo)).DistinctBy(s => s.Day)) yield return Of(DeadlineSort.Survival, survives.Day, survives.Assumed, 0);
    }

    private static IEnumerable<Deadline> Renewals(TacitCycle cycle, int first, long last, bool assumed)
    {
        for (var period = first; period < first + MostRenewals && (cycle.Most is not { } most || period < most) && cycle.End(period) is var end && Counting.IsDay(end.Lo) && end.Lo <= last; period++)
        {
            if (cycle.Notice is not null) yield return Of(DeadlineSort.Notice, cycle.LastNotice(period), assumed, period);
            yield return Of(DeadlineSort.Renewal, cycle.Renewed(period), assumed, period);
        }
    }

    private static Deadline Of(DeadlineSort sort, When day, bool assumed, int period) => new(sort, day.Lo, day.Hi, day.IsCertain, assumed, period);
}
