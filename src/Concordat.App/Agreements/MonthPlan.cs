using System.Globalization;
using Concordat.App.Shell;

namespace Concordat.App.Agreements;

/// <summary>A month as weeks from Monday to Sunday.</summary>
public sealed record MonthPlan(DateOnly Start)
{
    public long First => Days.Of(Start);

    public long Last => Days.Of(Start.AddMonths(1)) - 1;

    public string Title => Start.ToString("MMMM yyyy");

    public static string Address(DateOnly day) => day.ToString("yyyy-MM");

    /// <summary>Weeks of day numbers; days of other months are null.</summary>
    public IEnumerable<long?[]> Weeks
    {
        get
        {
            var before = ((int)Start.DayOfWeek + 6) % 7;
            var days = DateTime.DaysInMonth(Start.Year, Start.Month);
            for (var monday = -before; monday < days; monday += 7) yield return [.. Enumerable.Range(monday, 7).Select(d => d >= 0 && d < days ? First + d : (long?)null)];
        }
    }

    /// <summary>The month of an address ("2027-01"); this month for any other word, null for none.</summary>
    public static MonthPlan? Read(string? asked, long today)
    {
        if (asked is null) return null;
        var month = DateOnly.TryParseExact(asked + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && start.Year is > 1 and < 9998 ? start : Days.Date(today);
        return new(new DateOnly(month.Year, month.Month, 1));
    }
}
