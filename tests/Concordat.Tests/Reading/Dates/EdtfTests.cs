using Concordat.Reading.Dates;

namespace Concordat.Tests.Reading.Dates;

public class EdtfTests
{
    [Theory]
    [InlineData("1985-04-12T23:20:30", "1985-04-12T23:20:30.000")]
    [InlineData("1985-04-12T23:20+04", "1985-04-12T19:20:00.000Z")]
    [InlineData("2026-02-13T01:00:00.123456+05:30", "2026-02-12T19:30:00.123456Z")]
    [InlineData("[1667,1668, 1670..1672]", "[1667,1668,1670..1672]")]
    [InlineData("?2004-06-~11", "?2004-06-~11")]
    [InlineData("~2019", "2019~")]
    [InlineData("?2019~", "2019%")]
    [InlineData("2019-12/%2020", "2019-12/2020%")]
    [InlineData("[~2019..2020, ?2023]", "[2019~..2020,2023?]")]
    public void Normal_forms(string text, string normal)
    {
        Assert.True(Edtf.TryParse(text, out var edtf));
        Assert.Equal(normal, edtf.ToString());
    }

    [Theory]
    [InlineData("2004-06~-11", Doubt.Approximate, Doubt.Approximate, Doubt.None)]
    [InlineData("2004?-06-11", Doubt.Uncertain, Doubt.None, Doubt.None)]
    [InlineData("2004-06-~11", Doubt.None, Doubt.None, Doubt.Approximate)]
    [InlineData("?2004-06~-11%", Doubt.Uncertain | Doubt.Approximate, Doubt.Uncertain | Doubt.Approximate, Doubt.Uncertain | Doubt.Approximate)]
    public void A_qualifier_on_the_right_holds_for_all_to_its_left_one_on_the_left_for_its_part(string text, Doubt year, Doubt month, Doubt day)
    {
        Assert.True(Edtf.TryParse(text, out var edtf));
        var date = Assert.IsType<EdtfDate>(edtf);
        Assert.Equal((year, month, day), (date.YearDoubt, date.MonthDoubt, date.DayDoubt));
        Assert.False(edtf.IsCertain);
    }

    [Theory]
    [InlineData("Y17E7", 170_000_000, 170_000_000)]
    [InlineData("1950S2", 1900, 1999)]
    [InlineData("Y171010000S3", 171_000_000, 171_999_999)]
    [InlineData("Y3388E2S3", 338_000, 338_999)]
    [InlineData("-1950S2", -1999, -1900)]
    [InlineData("-000X", -9, -1)]
    [InlineData("-XXXX", -9999, -1)]
    [InlineData("Y9999999999999", 9_999_999_999_999, 9_999_999_999_999)]
    public void Years_in_other_clothes(string text, long first, long last)
    {
        Assert.True(Edtf.TryParse(text, out var edtf));
        Assert.Equal((DayNumber.Of(first, 1, 1), DayNumber.Of(last, 12, 31)), (edtf.Lo, edtf.Hi));
    }

    [Theory]
    [InlineData("XXXX-02-29", "0000-02-29", "9996-02-29")]
    [InlineData("2015-02-X9", "2015-02-09", "2015-02-19")]
    [InlineData("2016-02-X9", "2016-02-09", "2016-02-29")]
    [InlineData("2020-XX-31", "2020-01-31", "2020-12-31")]
    [InlineData("2020-X2-3X", "2020-12-30", "2020-12-31")]
    [InlineData("2029-28", "2029-01-01", "2030-02-28")]
    [InlineData("2029-26", "2029-06-01", "2029-08-31")]
    public void Bounds_are_days_that_exist(string text, string first, string last)
    {
        Assert.True(When.TryParse(text, out var when));
        Assert.True(When.TryParse(first, out var lowest));
        Assert.True(When.TryParse(last, out var highest));
        Assert.Equal((lowest.Lo, highest.Hi), (when.Lo, when.Hi));
    }

    [Theory]
    [InlineData("XXX1-02-29"), InlineData("2020-02-30"), InlineData("2020-13"), InlineData("2020-42"), InlineData("2020-2X"), InlineData("2020-21-01"), InlineData("2020-1-1")]
    [InlineData("/"), InlineData("[..]"), InlineData("[2020..,2021]"), InlineData("[2020,..2021]"), InlineData("[2021..2020]"), InlineData("[2020/2021]"), InlineData("{2020,}"), InlineData("[")]
    [InlineData("Y12E99"), InlineData("Y99999999999999"), InlineData("Y012345"), InlineData("1950S5"), InlineData("1950S0"), InlineData("Y"), InlineData("YE5"), InlineData("S2"), InlineData("-000"), InlineData("-00")]
    [InlineData("?"), InlineData("-"), InlineData("20２6"), InlineData("2020-05-01T10"), InlineData("2020-05-01T25:00Z"), InlineData("2020-05-01T10:60Z"), InlineData("2020-05?-01T10:00Z"), InlineData("9999-12-31T23:59:59-05:00")]
    public void What_is_not_a_date_is_refused(string text) => Assert.False(Edtf.TryParse(text, out _));

    [Fact]
    public void Hostile_length_is_answered()
    {
        foreach (var text in new[] { new string('[', 5_000_000), "[" + string.Join(',', Enumerable.Repeat("XXX1-02-29", 90)) + "]", "[" + string.Join(',', Enumerable.Repeat("XXXX-X2-29", 90)) + "]", "{" + new string(',', 998) + "}", new string('9', 1000), "Y" + new string('9', 999) })
            _ = Edtf.TryParse(text, out _);
        foreach (var text in new[] { new string('-', 200), string.Concat(Enumerable.Repeat("1-", 100)), string.Concat(Enumerable.Repeat("feb to ", 28)), string.Concat(Enumerable.Repeat("?~", 100)) })
            _ = TypedDate.TryReadSpan(text, DateOrder.DayFirst, new(2026, 2, 20), out _);
    }

    [Fact]
    public void A_plain_date_costs_little_memory()
    {
        _ = When.TryParse("2026-02-13", out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) _ = When.TryParse("2026-02-13", out _);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000, 0, 200);
    }

    [Fact]
    public void Values_with_one_normal_form_are_equal()
    {
        Assert.True(Edtf.TryParse("[2020, 2021]", out var a) && Edtf.TryParse("[2020,2021]", out var b) && a.Equals(b) && a.GetHashCode() == b.GetHashCode());
    }
}
