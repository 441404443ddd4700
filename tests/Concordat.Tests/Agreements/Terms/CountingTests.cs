using Concordat.Agreements.Terms;
using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Tests.Agreements.Terms;

/// <summary>The examples of docs/terms.md.</summary>
public class CountingTests
{
    private static When On(string edtf) => When.TryParse(edtf, out var when) ? when : throw new FormatException(edtf);

    [Theory]
    [InlineData("2026-02-03", 5, TimeUnit.Years, false, "2031-02-03")]
    [InlineData("2026-02-03", 5, TimeUnit.Years, true, "2031-02-02")]
    [InlineData("2026-01-31", 1, TimeUnit.Months, false, "2026-02-28")]
    [InlineData("2026-01-31", 1, TimeUnit.Months, true, "2026-02-28")]
    [InlineData("2026-01-28", 1, TimeUnit.Months, true, "2026-02-27")]
    [InlineData("2026-03-01", 1, TimeUnit.Years, true, "2027-02-28")]
    [InlineData("2026-01-01", 1, TimeUnit.Years, true, "2026-12-31")]
    [InlineData("2024-02-29", 1, TimeUnit.Years, false, "2025-02-28")]
    [InlineData("2026-02-03", 90, TimeUnit.Days, false, "2026-05-04")]
    [InlineData("2026-02-03", 90, TimeUnit.Days, true, "2026-05-03")]
    [InlineData("2026-02-03", 2, TimeUnit.Weeks, false, "2026-02-17")]
    [InlineData("0000-03-01", 1, TimeUnit.Months, true, "0000-03-31")]
    public void Times_end_as_the_page_on_terms_says(string from, int count, TimeUnit unit, bool first, string end) => Assert.Equal(On(end).Lo, Counting.End(On(from), new(count, unit), first).Lo);

    [Theory]
    [InlineData("2027-12-31", 6, TimeUnit.Months, "2027-06-30")]
    [InlineData("2027-08-31", 6, TimeUnit.Months, "2027-02-28")]
    [InlineData("2027-06-30", 30, TimeUnit.Days, "2027-05-31")]
    public void Notice_lies_so_long_before_the_end(string end, int count, TimeUnit unit, string last) => Assert.Equal(On(last).Lo, Counting.Before(On(end), new(count, unit)).Lo);

    [Theory]
    [InlineData("2026-11-23", 2, "2027-01-01")]
    [InlineData("2026-01-31", 1, "2026-02-01")]
    public void The_first_of_a_month_after(string day, int month, string first) => Assert.Equal(On(first).Lo, Counting.FirstOfMonth(On(day), month).Lo);

    [Fact]
    public void Working_days_stay_uncertain()
    {
        var day = Counting.After(On("2026-02-03"), new(10, TimeUnit.WorkingDays));
        Assert.Equal((On("2026-02-13").Lo, On("2026-03-09").Lo), (day.Lo, day.Hi));
    }
}
