using Concordat.Reading.Dates;

namespace Concordat.Tests.Reading.Dates;

public class MonthArithmeticTests
{
    [Theory]
    [InlineData("2026-02-13", 1, MonthEnd.Shorten, "2026-03-13")]
    [InlineData("2026-01-31", 1, MonthEnd.Shorten, "2026-02-28")]
    [InlineData("2024-01-31", 1, MonthEnd.Shorten, "2024-02-29")]
    [InlineData("2026-02-28", 1, MonthEnd.Shorten, "2026-03-28")]
    [InlineData("2026-02-28", 1, MonthEnd.LastStaysLast, "2026-03-31")]
    [InlineData("2024-02-28", 1, MonthEnd.LastStaysLast, "2024-03-28")]
    [InlineData("2024-02-29", -12, MonthEnd.Shorten, "2023-02-28")]
    [InlineData("2026-01-15", -1, MonthEnd.Shorten, "2025-12-15")]
    [InlineData("2026-02", 3, MonthEnd.Shorten, "2026-05-01/2026-05-28")]
    [InlineData("2026-02", 3, MonthEnd.LastStaysLast, "2026-05-01/2026-05-31")]
    [InlineData("../2026-02-13", 60, MonthEnd.Shorten, "../2031-02-13")]
    [InlineData("2026-02-13?", 12, MonthEnd.Shorten, "2027-02-13?")]
    [InlineData("../..", 12, MonthEnd.Shorten, "../..")]
    [InlineData("XXXX-02-10", 12, MonthEnd.Shorten, "0001-02-10/..")]
    [InlineData("Y17E7", 12, MonthEnd.Shorten, "../..")]
    public void AddMonths(string from, int months, MonthEnd rule, string expected)
    {
        Assert.True(When.TryParse(from, out var when));
        Assert.Equal(expected, when.AddMonths(months, rule).Text);
    }

    [Fact]
    public void AddDays_moves_both_bounds()
    {
        Assert.True(When.TryParse("2026-02-28/2026-03-01", out var when));
        Assert.Equal("2026-03-30/2026-03-31", when.AddDays(30).Text);
    }
}
