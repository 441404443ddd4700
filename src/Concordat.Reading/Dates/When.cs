namespace Concordat.Reading.Dates;

/// <summary>One day somewhere within what was stated: an interval is uncertainty, <c>2026-02-03/2026-02-04</c> is a day between those two.</summary>
/// <param name="Text">EDTF in normal form (<see cref="Edtf.Text"/>); never shown to people.</param>
/// <param name="Lo">First possible day (<see cref="DayNumber"/>), -9e15 when nothing bounds it.</param>
/// <param name="Hi">Last possible day, 9e15 when nothing bounds it.</param>
/// <param name="IsCertain">False when a part is qualified with ? ~ % or estimated.</param>
public readonly record struct When(string Text, long Lo, long Hi, bool IsCertain)
{
    /// <summary>Nothing is known about the day.</summary>
    public static When Unknown { get; } = new("../..", -DayNumber.Unbounded, DayNumber.Unbounded, true);

    public static When On(DateOnly day) => OnDay(DayNumber.Of(day));

    /// <summary>Reads EDTF of any level; what people type is read by <see cref="TypedDate"/>.</summary>
    public static bool TryParse(string? edtf, out When when)
    {
        when = default;
        if (!Edtf.TryParse(edtf, out var tree)) return false;
        when = Of(tree);
        return true;
    }

    public static When Of(Edtf tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new(tree.Text, tree.Lo, tree.Hi, tree.IsCertain);
    }

    /// <summary>A single day of the calendar that nothing makes doubtful.</summary>
    public bool IsOneCertainDay => IsCertain && Lo == Hi;

    /// <summary>How a page says it: "13 February 2026", "between 3 and 4 February 2026", "on or before 13 February 2026".</summary>
    public string Say() => WhenWords.Say(this, Wording.Full);

    /// <summary>The same for tables: "13 Feb 2026", "by 13 Feb 2026", "c. 2019", "2024?".</summary>
    public string SayShort() => WhenWords.Say(this, Wording.Short);

    internal static When OnDay(long day) => new(Iso.Day(day), day, day, true);
}
