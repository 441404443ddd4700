using Concordat.Reading.Dates;

namespace Concordat.Tests.Reading.Dates;

public class SayTests
{
    private static readonly DateOnly Today = new(2026, 2, 20);

    [Theory]
    [InlineData("2026-02-13", "13 February 2026", "13 Feb 2026")]
    [InlineData("2026-02", "February 2026", "Feb 2026")]
    [InlineData("2026", "2026", "2026")]
    [InlineData("2026-02-XX", "February 2026", "Feb 2026")]
    [InlineData("2029-25", "spring 2029", "spring 2029")]
    [InlineData("2029-21", "spring 2029 (January to March)", "spring 2029 (Jan to Mar)")]
    [InlineData("2029-30", "summer 2029 (southern hemisphere)", "summer 2029 (southern hemisphere)")]
    [InlineData("2027-35", "Q3 2027", "Q3 2027")]
    [InlineData("2027-37~", "early 2027", "early 2027")]
    [InlineData("2027-37", "between January and April 2027", "Jan–Apr 2027")]
    [InlineData("2027-41", "second half of 2027", "H2 2027")]
    [InlineData("2019~", "about 2019", "c. 2019")]
    [InlineData("2024?", "possibly 2024", "2024?")]
    [InlineData("2024%", "possibly about 2024", "c. 2024?")]
    [InlineData("2026-02-?13", "13 February 2026 (day uncertain)", "13 Feb 2026?")]
    [InlineData("2026~-02-13", "13 February 2026 (year approximate)", "13 Feb 2026?")]
    [InlineData("XXXX-02-10", "10 February, year not stated", "10 Feb")]
    [InlineData("XXXX", "not known", "not known")]
    [InlineData("../..", "not known", "not known")]
    [InlineData("../2026-02-13", "on or before 13 February 2026", "by 13 Feb 2026")]
    [InlineData("../2026-02", "in or before February 2026", "by Feb 2026")]
    [InlineData("2026-02-13/", "on or after 13 February 2026", "from 13 Feb 2026")]
    [InlineData("2026-02-03/2026-02-04", "between 3 and 4 February 2026", "3–4 Feb 2026")]
    [InlineData("2026-02-28/2026-03-02", "between 28 February and 2 March 2026", "28 Feb – 2 Mar 2026")]
    [InlineData("2025-12-28/2026-01-02", "between 28 December 2025 and 2 January 2026", "28 Dec 2025 – 2 Jan 2026")]
    [InlineData("2026-04/2027-03", "between April 2026 and March 2027", "Apr 2026 – Mar 2027")]
    [InlineData("2019~/2021", "between about 2019 and 2021", "c. 2019 – 2021")]
    [InlineData("2026-02-11~/2026-02-20~", "mid February 2026", "mid Feb 2026")]
    [InlineData("199X", "1990s", "1990s")]
    [InlineData("2020-05-1X", "between 10 May 2020 and 19 May 2020", "10 May 2020–19 May 2020")]
    [InlineData("[2020,2021]", "2020 or 2021", "2020 or 2021")]
    [InlineData("{2020,2021..2023}", "2020 and 2021 to 2023", "2020 and 2021 to 2023")]
    [InlineData("2020-05-01T10:30:45+05:30", "1 May 2020, 05:00 UTC", "1 May 2020, 05:00 UTC")]
    [InlineData("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC")]
    [InlineData("Y17E7", "the year 170000000", "the year 170000000")]
    [InlineData("1950S2", "between 1900 and 1999 (estimated)", "1900–1999 (estimated)")]
    public void A_when(string edtf, string full, string tableForm)
    {
        Assert.True(When.TryParse(edtf, out var when));
        Assert.Equal((full, tableForm), (when.Say(), when.SayShort()));
    }

    [Theory]
    [InlineData("2026-02-03/2026-02-04", "3–4 February 2026", "3–4 Feb 2026")]
    [InlineData("2026-02-28/2026-03-02", "28 February – 2 March 2026", "28 Feb – 2 Mar 2026")]
    [InlineData("2025-12-28/2026-01-02", "28 December 2025 – 2 January 2026", "28 Dec 2025 – 2 Jan 2026")]
    [InlineData("2026-02/2026-03", "February–March 2026", "Feb–Mar 2026")]
    [InlineData("2026/2027", "2026–2027", "2026–2027")]
    [InlineData("2026-02-03/2026-02-03", "3 February 2026", "3 Feb 2026")]
    [InlineData("2026-02-03", "3 February 2026", "3 Feb 2026")]
    [InlineData("2026-02-03/..", "from 3 February 2026, no end date", "from 3 Feb 2026, no end date")]
    [InlineData("2026-02-03/", "from 3 February 2026, end not known", "from 3 Feb 2026, end not known")]
    [InlineData("/2026", "until 2026, start not known", "until 2026, start not known")]
    [InlineData("2026-06-11/2026-XX-XX", "from 11 June 2026 to 2026", "11 Jun 2026 – 2026")]
    [InlineData("2019~/2021?", "from about 2019 to possibly 2021", "c. 2019 – 2021?")]
    public void A_span(string edtf, string full, string tableForm)
    {
        Assert.True(Span.TryParse(edtf, out var span));
        Assert.Equal((full, tableForm), (span.Say(), span.SayShort()));
    }

    /// <summary>Forms show what <c>Say</c> says and read it back, so saving an untouched form changes nothing.</summary>
    [Theory]
    [InlineData("2026-02-13"), InlineData("2026-02"), InlineData("2026"), InlineData("2029-25"), InlineData("2029-21"), InlineData("2029-30")]
    [InlineData("2029-28"), InlineData("2027-35"), InlineData("2027-37~"), InlineData("2027-41"), InlineData("2019~"), InlineData("2024?"), InlineData("2024%")]
    [InlineData("XXXX-02-10"), InlineData("XXXX-02"), InlineData("../.."), InlineData("../2026-02-13"), InlineData("../2026-02"), InlineData("2026-02-13/..")]
    [InlineData("2026-02-03/2026-02-04"), InlineData("2026-02-28/2026-03-02"), InlineData("2025-12-28/2026-01-02"), InlineData("2026-04/2027-03")]
    [InlineData("2019~/2021"), InlineData("2019~/2021?"), InlineData("2026-02-11~/2026-02-20~"), InlineData("199X"), InlineData("[2020,2021]"), InlineData("[2020,2021,2023]")]
    [InlineData("{2026-02-03,2026-02-05}"), InlineData("2026-12~"), InlineData("../2019~"), InlineData("2029-25/2029-27")]
    public void What_is_said_reads_back_as_the_same_value(string edtf)
    {
        Assert.True(When.TryParse(edtf, out var when));
        Assert.True(TypedDate.TryRead(when.Say(), DateOrder.MonthFirst, Today, out var again, out var refusal), refusal?.Text);
        Assert.Equal(when, again);
    }

    [Theory]
    [InlineData("2026-02-03/2026-02-04"), InlineData("2026-02-28/2026-03-02"), InlineData("2025-12-28/2026-01-02"), InlineData("2026-02/2026-03"), InlineData("2026/2027")]
    [InlineData("2026-02-03/.."), InlineData("2026-02-03/"), InlineData("/2026"), InlineData("../2026"), InlineData("2019~/2021?"), InlineData("2026-06-11/2026-XX-XX")]
    [InlineData("2026-02-03"), InlineData("2026-02"), InlineData("../.."), InlineData("../"), InlineData("/.."), InlineData("2026-02-21~/2026-02-28~")]
    public void What_is_said_of_a_span_reads_back_as_the_same_value(string edtf)
    {
        Assert.True(Span.TryParse(edtf, out var span));
        Assert.True(TypedDate.TryReadSpan(span.Say(), DateOrder.DayFirst, Today, out var again, out var refusal), refusal?.Text);
        Assert.Equal(span, again);
    }
}
