using Concordat.Reading.Dates;

namespace Concordat.App.Shell;

/// <summary>Days as the register counts them: day 0 is 1 January 1970.</summary>
internal static class Days
{
    private static readonly long First = Of(DateOnly.MinValue), Last = Of(DateOnly.MaxValue.AddYears(-1));

    public static long Of(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>"13 February 2026".</summary>
    public static string Say(long day) => Date(day).ToString("d MMMM yyyy");

    /// <summary>Days outside the years 1 to 9998 are the nearest within.</summary>
    public static DateOnly Date(long day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)Math.Clamp(day, First, Last));

    public static long Today(TimeProvider clock) => Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    /// <summary>One day as people type it.</summary>
    /// <returns>Refusals <c>date.*</c>, <c>record.not-a-day</c>.</returns>
    public static Outcome<DateOnly> Read(string? typed, TimeProvider clock)
    {
        if (!TypedDate.TryRead(typed, DateOrder.DayFirst, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), out var when, out var wrong)) return new Refusal(wrong!.Code, wrong.Text);
        return when.Lo == when.Hi ? Date(when.Lo) : new Refusal("record.not-a-day", $"“{typed}” is more than one day. Name the day, for instance 13 Feb 2026.");
    }
}
