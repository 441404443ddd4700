using Concordat.Reading.Dates;

namespace Concordat.Tests.Reading.Dates;

public class DayNumberTests
{
    [Fact]
    public void Every_day_of_the_platform_calendar_has_its_number_and_back()
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        for (var n = 0; n <= DateOnly.MaxValue.DayNumber; n++)
        {
            var day = DateOnly.FromDayNumber(n);
            if (DayNumber.Of(day) != n - epoch || DayNumber.Civil(n - epoch) != (day.Year, day.Month, day.Day)) Assert.Fail($"{day:O}");
        }
    }

    [Theory]
    [InlineData(-719_529), InlineData(-1), InlineData(-800_000_000), InlineData(3_000_000_000_000)]
    public void Days_outside_it_too(long number)
    {
        var (year, month, day) = DayNumber.Civil(number);
        Assert.Equal(number, DayNumber.Of(year, month, day));
        Assert.Equal(number + 146_097, DayNumber.Of(year + 400, month, day));
    }
}
