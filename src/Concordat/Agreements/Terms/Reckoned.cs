using System.Collections.Immutable;
using Concordat.Reading.Dates;

namespace Concordat.Agreements.Terms;

/// <summary>A computed day, and how it was computed.</summary>
/// <param name="Day">From its earliest to its latest; <see cref="Never"/> for no end.</param>
/// <param name="Steps">In words, in order.</param>
/// <param name="Assumed">True where a missing bound was taken by the stated assumption.</param>
public sealed record Reckoned(When Day, ImmutableArray<string> Steps, bool Assumed = false)
{
    /// <summary>Days before the first report within which something happened that was only reported: the stated assumption.</summary>
    public const int MostBeforeReport = 30;

    /// <summary>No end.</summary>
    public static When Never { get; } = new("..", DayNumber.Unbounded, DayNumber.Unbounded, true);

    public bool IsNever => Day.Lo == DayNumber.Unbounded;

    /// <summary>A day that has a latest bound but no earliest gets one.</summary>
    public Reckoned Bounded()
    {
        if (Counting.IsDay(Day.Lo) || !Counting.IsDay(Day.Hi)) return this;
        var taken = Between(Day.Hi - MostBeforeReport, Day.Hi, Day.IsCertain);
        return new(taken, Steps.Add($"No earliest day is stated. Assumed: at most {MostBeforeReport} days before that, so {taken.Say()}."), Assumed: true);
    }

    public static string Say(When day) => day.Lo == DayNumber.Unbounded ? "no end" : day == When.Unknown || (day.Lo == -DayNumber.Unbounded && day.Hi == DayNumber.Unbounded) ? "not known" : day.Say();

    /// <summary>A day within bounds. Beyond the year 9999 an earliest day is the last of that year, and a latest one is without bound.</summary>
    internal static When Between(long lo, long hi, bool certain) =>
        lo == DayNumber.Unbounded ? Never : MonthArithmetic.Between(lo == -DayNumber.Unbounded ? lo : Math.Clamp(lo, Earliest, Latest), hi == DayNumber.Unbounded ? hi : Math.Max(hi, Earliest), certain);

    private static readonly long Earliest = DayNumber.Of(-9999, 1, 1), Latest = DayNumber.Of(9999, 12, 31);

    internal static When Later(When a, When b) => Between(Math.Max(a.Lo, b.Lo), Math.Max(a.Hi, b.Hi), a.IsCertain && b.IsCertain);

    internal static When Earlier(When a, When b) => Between(Math.Min(a.Lo, b.Lo), Math.Min(a.Hi, b.Hi), a.IsCertain && b.IsCertain);

    internal static When? Read(string? edtf) => When.TryParse(edtf, out var when) ? when : null;
}
