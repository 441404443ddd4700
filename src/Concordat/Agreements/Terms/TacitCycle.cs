using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>Renewals that happen by themselves, counted without walking through them: period 0 is the one that was agreed.</summary>
/// <param name="First">Last day of period 0.</param>
/// <param name="Step">How long each renewal is.</param>
/// <param name="Notice">How long before the end of a period an objection must be given; null for none.</param>
/// <param name="Most">How many renewals there can be; null for no limit.</param>
/// <param name="Sure">How many of them the text makes certain; null for no limit.</param>
public sealed record TacitCycle(When First, Period Step, Period? Notice, int? Most, int? Sure, bool FirstDayCounts)
{
    /// <summary>The last year that is counted to: beyond it dates have no bounds.</summary>
    private const long LastYear = 9990;

    /// <summary>No period is later: the calendar ends, or the text's own number of renewals.</summary>
    private int Final { get; } = Math.Max(0, Math.Min(Most ?? int.MaxValue, Fitting(First, Step)));

    private static int Fitting(When first, Period step)
    {
        var from = Counting.IsDay(first.Hi) ? first.Hi : Counting.IsDay(first.Lo) ? first.Lo : 0;
        var left = Math.Max(0, DayNumber.Of(LastYear, 1, 1) - from);
        // No unit is longer than this in days, so that the count is never too many.
        var days = step.Unit switch { TimeUnit.Years => 366L, TimeUnit.Months => 31L, TimeUnit.Weeks => 7L, TimeUnit.WorkingDays => 17L, _ => 1L };
        return (int)(left / (days * Math.Max(1, step.Count)));
    }

    /// <summary>Last day of a period; each is counted from the first, so that a short month in between leaves no trace.</summary>
    public When End(int period)
    {
        if (period <= 0) return First;
        var length = Step with { Count = Step.Count * Math.Min(period, Final) };
        // A term that counts its first day goes on from the day after: what ends with the last day of a month goes on doing so.
        return FirstDayCounts ? Counting.End(Counting.Days(First, 1), length, true) : Counting.After(First, length);
    }

    /// <summary>First day of the renewal that follows a period.</summary>
    public When Renewed(int period) => Counting.Days(End(period), 1);

    /// <summary>Last day on which an objection stops the renewal that follows a period.</summary>
    public When LastNotice(int period) => Notice is { } notice ? Counting.Before(End(period), notice) : End(period);

    /// <summary>The smallest period for which something holds that stays true from there on, up to the last; null where it holds for none.</summary>
    internal int? Smallest(Func<int, bool> holds)
    {
        var (low, high) = (0, Final);
        if (!holds(high)) return null;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>How many renewals have certainly and have possibly happened when a day begins.</summary>
    public (int Certainly, int Possibly) HappenedBy(long day) => (Count(p => End(p).Hi >= day, Sure), Count(p => End(p).Lo >= day, Most));

    private int Count(Func<int, bool> stillRuns, int? limit) => Math.Min(Smallest(stillRuns) ?? Final, limit ?? int.MaxValue);

    /// <summary>The period whose end is not certainly past on a day; null after the last one.</summary>
    public int? RunningOn(long day) => Smallest(p => End(p).Hi >= day);

    /// <summary>The end that an objection brings about: of the period whose notice it still meets.</summary>
    public When EndBy(When objection)
    {
        var lo = Smallest(p => LastNotice(p).Hi >= objection.Lo) is { } early ? End(early).Lo : Last.Lo;
        var hi = Smallest(p => LastNotice(p).Lo >= objection.Hi) is { } late ? End(late).Hi : Last.Hi;
        return Reckoned.Between(Math.Min(lo, hi), hi, objection.IsCertain && First.IsCertain);
    }

    /// <summary>The end after all renewals.</summary>
    public When Last => Most is { } most ? Reckoned.Between(End(Sure ?? most).Lo, End(most).Hi, First.IsCertain)
        : Sure is { } sure ? Reckoned.Between(End(sure).Lo, DayNumber.Unbounded, First.IsCertain) : Reckoned.Never;
}
