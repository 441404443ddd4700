namespace Concordat.App.Shell;

/// <summary>Days as the register counts them: day 0 is 1 January 1970.</summary>
internal static class Days
{
    public static long Of(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>"13 February 2026".</summary>
    public static string Say(long day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day).ToString("d MMMM yyyy");

    public static long Today(TimeProvider clock) => Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
