using Concordat.Import.Mappings;
using Concordat.Import.Rows;
using Concordat.Import.Tables;
using Concordat.Reading.Dates;

namespace Concordat.Tests.Import.Rows;

/// <summary>Cells of ends and of dates, as offices fill them.</summary>
public class TermWordsTests
{
    private static string Read(string words, string header = "Valid till")
    {
        var (signed, inForce) = (When.On(new DateOnly(2019, 4, 3)), When.On(new DateOnly(2019, 6, 1)));
        return TermWords.Read(words, header, DateOrder.DayFirst, new DateOnly(2026, 3, 2), signed, inForce) is { } term ? $"{term.Ends?.Text ?? "open"}{(term.Keep ? " kept" : "")}" : "not understood";
    }

    [Theory]
    [InlineData("31.12.2026", "2026-12-31")]
    [InlineData("valid till 31/12/2026", "2026-12-31")]
    [InlineData("Valid upto 31 Dec 2026", "2026-12-31")]
    [InlineData("expires on 2026-12-31", "2026-12-31")]
    [InlineData("Expired on 31.12.2020", "2020-12-31")]
    [InlineData("until Dec 2026", "2026-12")]
    [InlineData("5 years from signing", "2024-04-03 kept")]
    [InlineData("five (5) years from the date of signature", "2024-04-03 kept")]
    [InlineData("3 years from entry into force", "2022-06-01 kept")]
    [InlineData("valid for 18 months", "2020-12-01 kept")]
    [InlineData("10 years w.e.f. 1.1.2020", "2030-01-01 kept")]
    [InlineData("till completion of the project", "open kept")]
    [InlineData("Open-ended", "open kept")]
    [InlineData("until the review", "not understood")]
    public void An_end_is_a_day_a_length_or_left_open(string words, string read) => Assert.Equal(read, Read(words));

    [Fact]
    public void A_bare_number_is_years_where_the_header_says_so()
    {
        Assert.Equal("2024-06-01 kept", Read("5", "Duration (years)"));
        Assert.Equal("not understood", Read("5", "Duration"));
    }

    [Theory]
    [InlineData("03/04/19", 0, 0, 1)]
    [InlineData("25.3.2019", 1, 0, 0)]
    [InlineData("signed 03-25-2019", 0, 1, 0)]
    [InlineData("04/04/2019", 0, 0, 0)]
    [InlineData("2019-03-04", 0, 0, 0)]
    [InlineData("1/2/3/4", 0, 0, 0)]
    public void Dates_in_digits_are_counted_by_what_they_show(string cell, int day, int month, int either)
    {
        var evidence = DateEvidence.None.And(new Cell(cell));
        Assert.Equal((day, month, either), (evidence.DayFirst, evidence.MonthFirst, evidence.Ambiguous));
    }

    [Fact]
    public void Nothing_is_something_that_people_write_too()
    {
        Assert.All((string[])["-", "--", "n/a", "N.A.", "nil", "TBD", "?"], w => Assert.True(DateCell.IsNothing(w), w));
        Assert.False(DateCell.IsNothing("2019"));
    }
}
