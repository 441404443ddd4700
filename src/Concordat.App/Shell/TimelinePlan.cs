using Concordat.Reading.Dates;

namespace Concordat.App.Shell;

/// <summary>A line of a time line: one date, or a stretch from one date to another.</summary>
/// <param name="To">Null for one date; <see cref="When.Unknown"/> where no end is stated.</param>
public sealed record TimelineRow(string Label, When From, When? To = null)
{
    /// <summary>The row in words, for those who do not see it.</summary>
    public string Said => To is not { } to ? $"{Label}: {From.Say()}" : $"{Label}: from {From.Say()} to {(to == When.Unknown ? "no stated end" : to.Say())}";
}

/// <summary>Where a time line's parts stand, in units of its drawing: labels left of <see cref="Left"/>, days between it and <see cref="Right"/>.</summary>
/// <remarks>What is certain is solid, what is only possible is soft: the days between the bounds of a date.</remarks>
public sealed record TimelinePlan
{
    public const double Left = 150, Right = 752;
    private const int FewestDays = 500, MostTicks = 12;

    private readonly long _first, _last;

    public TimelinePlan(IReadOnlyList<TimelineRow> rows, long today)
    {
        var days = rows.SelectMany(r => new[] { r.From.Lo, r.From.Hi, r.To?.Lo ?? today, r.To?.Hi ?? today }).Where(d => Math.Abs(d) < DayNumber.Unbounded).Append(today).ToList();
        var (first, last) = (days.Min(), days.Max());
        var margin = Math.Max((last - first) / 16, (FewestDays - (last - first)) / 2);
        (_first, _last) = (first - margin, last + margin);
        Today = X(today);
        Ticks = [.. Years()];
    }

    public double Today { get; }

    /// <summary>First days of years, as many as can be read.</summary>
    public IReadOnlyList<(double X, long Year)> Ticks { get; }

    /// <summary>The parts of a row from left to right; each at least as wide as can be seen.</summary>
    public IEnumerable<(double X, double Width, bool Soft)> Parts(TimelineRow row)
    {
        var (from, to) = (row.From, row.To ?? row.From);
        if (row.To is null)
        {
            yield return Part(from.Lo, from.Hi, soft: true);
            yield break;
        }

        var (solid, end) = (Math.Min(from.Hi, to.Hi), Math.Max(to.Lo, from.Hi));
        if (from.Lo < solid) yield return Part(from.Lo, solid, soft: true);
        if (solid < to.Lo) yield return Part(solid, to.Lo, soft: false);
        if (end < to.Hi) yield return Part(end, to.Hi, soft: true);
    }

    public double X(long day) => Left + ((Right - Left) * (Math.Clamp(day, _first, _last) - _first) / (_last - _first));

    private (double X, double Width, bool Soft) Part(long from, long to, bool soft) => (X(from), Math.Max(3, X(to) - X(from)), soft);

    private IEnumerable<(double X, long Year)> Years()
    {
        var (from, to) = (DayNumber.Civil(_first).Year + 1, DayNumber.Civil(_last).Year);
        var step = 1L;
        foreach (var wider in new[] { 2, 5, 10, 20, 50, 100, 200, 500, 1000 })
        {
            if ((to - from) / step < MostTicks) break;
            step = wider;
        }

        for (var year = (from + step - 1) / step * step; year <= to; year += step)
            if (X(DayNumber.Of(year, 1, 1)) is var x && x < Right - 28) yield return (x, year);
    }
}
