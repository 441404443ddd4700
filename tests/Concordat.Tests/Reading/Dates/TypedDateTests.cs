using Concordat.Reading.Dates;

namespace Concordat.Tests.Reading.Dates;

public class TypedDateTests
{
    private static readonly DateOnly Today = new(2026, 2, 20);

    [Theory]
    [InlineData("13/02/2026", "2026-02-13")]
    [InlineData("13.2.26", "2026-02-13")]
    [InlineData("13-02-2026", "2026-02-13")]
    [InlineData("13 02 2026", "2026-02-13")]
    [InlineData("02/13/2026", "2026-02-13")]
    [InlineData("03/04/19", "2019-04-03")]
    [InlineData("2026-02-13", "2026-02-13")]
    [InlineData("2026/2/13", "2026-02-13")]
    [InlineData("2026.02.13", "2026-02-13")]
    [InlineData("20260213", "2026-02-13")]
    [InlineData("Feb 2026", "2026-02")]
    [InlineData("02/2026", "2026-02")]
    [InlineData("2026/02", "2026-02")]
    [InlineData("Feb-26", "2026-02")]
    [InlineData("Feb '26", "2026-02")]
    [InlineData("2026", "2026")]
    [InlineData("February 13, 2026", "2026-02-13")]
    [InlineData("13th of February, 2026", "2026-02-13")]
    [InlineData("Friday, 13 February 2026", "2026-02-13")]
    [InlineData("13-Feb-26", "2026-02-13")]
    [InlineData("13Feb2026", "2026-02-13")]
    [InlineData("13 Feb. 26", "2026-02-13")]
    [InlineData("2026 Feb 13", "2026-02-13")]
    [InlineData("13 Feb", "2026-02-13")]
    [InlineData("30 Dec", "2025-12-30")]
    [InlineData("13/2", "2026-02-13")]
    [InlineData("29 Feb", "2024-02-29")]
    [InlineData("today", "2026-02-20")]
    [InlineData("Yesterday", "2026-02-19")]
    [InlineData("  13   Feb\t2026 ", "2026-02-13")]
    [InlineData("13.2.57", "1957-02-13")]
    [InlineData("13.2.56", "2056-02-13")]
    public void A_day_a_month_or_a_year(string typed, string edtf) => Reads(typed, edtf);

    [Theory]
    [InlineData("spring 2029", "2029-25")]
    [InlineData("in summer 2027", "2027-26")]
    [InlineData("Fall 2026", "2026-27")]
    [InlineData("winter 2028-29", "2028-12/2029-02")]
    [InlineData("summer 2027 (southern hemisphere)", "2027-30")]
    [InlineData("Q3 2027", "2027-35")]
    [InlineData("2027 Q3", "2027-35")]
    [InlineData("Q3/2027", "2027-35")]
    [InlineData("third quarter of 2027", "2027-35")]
    [InlineData("3rd quarter 2027", "2027-35")]
    [InlineData("H1 2027", "2027-40")]
    [InlineData("second half of 2027", "2027-41")]
    [InlineData("FY 2026-27", "2026-04/2027-03")]
    [InlineData("fy2026/27", "2026-04/2027-03")]
    [InlineData("FY 26-27", "2026-04/2027-03")]
    [InlineData("financial year 2026-2027", "2026-04/2027-03")]
    [InlineData("early 2027", "2027-37~")]
    [InlineData("mid 2027", "2027-38~")]
    [InlineData("mid-2027", "2027-38~")]
    [InlineData("late 2027", "2027-39~")]
    [InlineData("mid-February 2026", "2026-02-11~/2026-02-20~")]
    [InlineData("end of Feb 2026", "2026-02-21~/2026-02-28~")]
    [InlineData("the end of 2026", "2026-12~")]
    [InlineData("beginning of 2026", "2026-01~")]
    [InlineData("1990s", "199X")]
    [InlineData("the 1990's", "199X")]
    [InlineData("20th century", "19XX")]
    public void A_part_of_a_year_or_many_years(string typed, string edtf) => Reads(typed, edtf);

    [Theory]
    [InlineData("circa 2019", "2019~")]
    [InlineData("about 2019", "2019~")]
    [InlineData("c. 2019", "2019~")]
    [InlineData("~2019", "2019~")]
    [InlineData("c2019", null)]
    [InlineData("2026?", "2026?")]
    [InlineData("Feb 2026?", "2026-02?")]
    [InlineData("possibly 2024", "2024?")]
    [InlineData("perhaps about 2024", "2024%")]
    [InlineData("13 Feb 2026 (?)", "2026-02-13?")]
    [InlineData("possibly early 2027", "2027-37%")]
    [InlineData("not known", "../..")]
    [InlineData("Unknown", "../..")]
    [InlineData("n/k", "../..")]
    [InlineData("?", "../..")]
    [InlineData("XXXX-02-10", "XXXX-02-10")]
    [InlineData("10 February, year not stated", "XXXX-02-10")]
    [InlineData("2026-02-03/2026-02-04", "2026-02-03/2026-02-04")]
    [InlineData("[2020, 2021]", "[2020,2021]")]
    [InlineData("2020 or 2021", "[2020,2021]")]
    [InlineData("2020, 2021 or 2023", "[2020,2021,2023]")]
    [InlineData("3 or 4 February 2026", "[2026-02-03,2026-02-04]")]
    [InlineData("2026-02-13T23:30:00-05:00", "2026-02-13")]
    [InlineData("2026-02-13 10:30", "2026-02-13")]
    [InlineData("13 Feb 2026, 10:30 am", "2026-02-13")]
    [InlineData("13 Feb 2026 at 22:15 IST", "2026-02-13")]
    public void What_is_in_doubt_and_notation_itself(string typed, string? edtf) => Reads(typed, edtf);

    [Theory]
    [InlineData("by 13 Feb 2026", "../2026-02-13")]
    [InlineData("on or before 13 Feb 2026", "../2026-02-13")]
    [InlineData("no later than Feb 2026", "../2026-02")]
    [InlineData("by the end of 2026", "../2026")]
    [InlineData("before 13 Feb 2026", "../2026-02-12")]
    [InlineData("before 2026", "../2025")]
    [InlineData("until 13 Feb 2026", "../2026-02-13")]
    [InlineData("after 13 Feb 2026", "2026-02-14/..")]
    [InlineData("after Dec 2026", "2027-01/..")]
    [InlineData("since 2019", "2019/..")]
    [InlineData("2019 onwards", "2019/..")]
    [InlineData("2019 or earlier", "../2019")]
    [InlineData("by 13/02/2026", "../2026-02-13")]
    [InlineData("13/02/2026 or earlier", "../2026-02-13")]
    [InlineData("before spring 2029", "../2029-02-28")]
    [InlineData("after the 1990s", "2000-01-01/..")]
    [InlineData("between 3 and 4 February 2026", "2026-02-03/2026-02-04")]
    [InlineData("between Feb 2026 and March 2027", "2026-02/2027-03")]
    [InlineData("between about 2019 and 2021", "2019~/2021")]
    public void Bounds(string typed, string edtf) => Reads(typed, edtf);

    [Theory]
    [InlineData("3-4 February 2026", "2026-02-03/2026-02-04")]
    [InlineData("3–4 Feb 2026", "2026-02-03/2026-02-04")]
    [InlineData("February 3 to 4, 2026", "2026-02-03/2026-02-04")]
    [InlineData("Feb 3-4, 2026", "2026-02-03/2026-02-04")]
    [InlineData("3 Feb - 4 Feb 2026", "2026-02-03/2026-02-04")]
    [InlineData("3 Feb-4", "2026-02-03/2026-02-04")]
    [InlineData("3/4 Feb 2026", "2026-02-03/2026-02-04")]
    [InlineData("3-4/2/2026", "2026-02-03/2026-02-04")]
    [InlineData("28 Feb - 2 Mar 2026", "2026-02-28/2026-03-02")]
    [InlineData("28 Dec - 2 Jan 2026", "2025-12-28/2026-01-02")]
    [InlineData("28 Dec 2025 to 2 Jan", "2025-12-28/2026-01-02")]
    [InlineData("13/02/2026 - 14/02/2026", "2026-02-13/2026-02-14")]
    [InlineData("13/02/2026-14/02/2026", "2026-02-13/2026-02-14")]
    [InlineData("13-14.02.2026", "2026-02-13/2026-02-14")]
    [InlineData("28 Feb - 2 Mar", "2026-02-28/2026-03-02")]
    [InlineData("Feb-Mar 2026", "2026-02/2026-03")]
    [InlineData("2026-2027", "2026/2027")]
    [InlineData("from 3 to 4 February 2026", "2026-02-03/2026-02-04")]
    [InlineData("3 and 5 February 2026", "{2026-02-03,2026-02-05}")]
    [InlineData("11 June 2026 to 2026", "2026-06-11/2026-XX-XX")]
    [InlineData("June 2026 to 2026", "2026-06/2026-XX")]
    [InlineData("2019-", "2019/..")]
    [InlineData("from 2019, end not known", "2019/")]
    [InlineData("until 13 Feb 2026", "/2026-02-13")]
    [InlineData("not known", "XXXX-XX-XX")]
    public void A_span(string typed, string edtf)
    {
        Assert.True(TypedDate.TryReadSpan(typed, DateOrder.DayFirst, Today, out var span, out var refusal), refusal?.Text);
        Assert.Equal(edtf, span.Text);
        Assert.Null(refusal);
    }

    [Theory]
    [InlineData("13 février 2026", "2026-02-13")]
    [InlineData("1er août 2026", "2026-08-01")]
    [InlineData("13. Februar 2026", "2026-02-13")]
    [InlineData("13. März 2026", "2026-03-13")]
    [InlineData("3. bis 4. Februar 2026", "2026-02-03/2026-02-04")]
    [InlineData("13 de febrero de 2026", "2026-02-13")]
    [InlineData("13 de fevereiro de 2026", "2026-02-13")]
    [InlineData("del 3 al 4 de febrero de 2026", "2026-02-03/2026-02-04")]
    [InlineData("du 3 au 4 février 2026", "2026-02-03/2026-02-04")]
    [InlineData("1º gennaio 2026", "2026-01-01")]
    [InlineData("13 फ़रवरी 2026", "2026-02-13")]
    [InlineData("१३ फरवरी २०२६", "2026-02-13")]
    [InlineData("١٣/٠٢/٢٠٢٦", "2026-02-13")]
    [InlineData("vendredi 13 février 2026", "2026-02-13")]
    [InlineData("Frühling 2029", "2029-25")]
    public void Other_languages_and_digits(string typed, string edtf) => Reads(typed, edtf);

    [Theory]
    [InlineData("03/04/19", "2019-03-04")]
    [InlineData("13/02/2026", "2026-02-13")]
    [InlineData("2/13", "2026-02-13")]
    public void Month_first(string typed, string edtf)
    {
        Assert.True(TypedDate.TryRead(typed, DateOrder.MonthFirst, Today, out var when));
        Assert.Equal(edtf, when.Text);
    }

    [Theory]
    [InlineData("30 Feb 2026", "date.no-such-day", "There is no 30 February 2026: February 2026 has 28 days.")]
    [InlineData("2026-02-30", "date.no-such-day", "There is no 30 February 2026: February 2026 has 28 days.")]
    [InlineData("29/02/1900", "date.no-such-day", "There is no 29 February 1900: February 1900 has 28 days.")]
    [InlineData("by 31 April 2026", "date.no-such-day", "There is no 31 April 2026: April 2026 has 30 days.")]
    [InlineData("0 Feb 2026", "date.no-such-day", "There is no 0 February 2026: February 2026 has 28 days.")]
    [InlineData("30 Feb", "date.no-such-day", null)]
    [InlineData("45/13/2026", "date.no-such-day", "There is no month 13.")]
    [InlineData("Monday 13 February 2026", "date.no-such-day", null)]
    [InlineData("2027-2026", "date.ends-before-start", null)]
    [InlineData("4-3 February 2026", "date.ends-before-start", null)]
    [InlineData("2026-27", "date.not-understood", null)]
    [InlineData("FY 2026", "date.not-understood", null)]
    [InlineData("soon", "date.not-understood", null)]
    [InlineData("20", "date.not-understood", null)]
    [InlineData("13/14", "date.no-such-day", null)]
    [InlineData("", "date.not-understood", null)]
    [InlineData(null, "date.not-understood", null)]
    [InlineData("   ", "date.not-understood", null)]
    [InlineData("February", "date.not-understood", null)]
    [InlineData("2026-13", "date.no-such-day", "There is no month 13.")]
    [InlineData("by", "date.not-understood", null)]
    [InlineData("3-4", "date.not-understood", null)]
    [InlineData("Y17E7T10:30", "date.not-understood", null)]
    [InlineData("Q5 2027", "date.not-understood", null)]
    public void Refusals_name_the_reason(string? typed, string code, string? text)
    {
        Assert.False(TypedDate.TryRead(typed, DateOrder.DayFirst, Today, out _, out var refusal));
        Assert.Equal(code, refusal!.Code);
        if (text is not null) Assert.Equal(text, refusal.Text);
    }

    private static void Reads(string typed, string? edtf)
    {
        var read = TypedDate.TryRead(typed, DateOrder.DayFirst, Today, out var when, out var refusal);
        Assert.Equal(edtf, read ? when.Text : null);
        Assert.Equal(read, refusal is null);
    }
}
