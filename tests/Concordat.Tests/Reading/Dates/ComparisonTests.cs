using Concordat.Reading.Dates;

namespace Concordat.Tests.Reading.Dates;

public class ComparisonTests
{
    [Theory]
    [InlineData("2026-02-03", "2026-02-04", Truth.Certain)]
    [InlineData("2026-02-03", "2026-02-03", Truth.No)]
    [InlineData("2026-02", "2026-02-14", Truth.Possible)]
    [InlineData("2026-02", "2026-03", Truth.Certain)]
    [InlineData("2026-02?", "2026-03", Truth.Possible)]
    [InlineData("2026-03?", "2026-02", Truth.No)]
    [InlineData("../2026-02-13", "2026-02-14", Truth.Certain)]
    [InlineData("../2026-02-13", "2026-02-13", Truth.Possible)]
    [InlineData("2026-02-03/2026-02-04", "2026-02-03/2026-02-04", Truth.Possible)]
    [InlineData("../..", "2026", Truth.Possible)]
    public void Before(string a, string b, Truth expected) => Assert.Equal(expected, When(a).Before(When(b)));

    [Theory]
    [InlineData("2026-02-03", "2026-02-03", Truth.Certain)]
    [InlineData("2026-02-03~", "2026-02-03", Truth.Possible)]
    [InlineData("2026-02", "2026-02", Truth.Possible)]
    [InlineData("2026-02", "2026-03-01", Truth.No)]
    public void SameDay(string a, string b, Truth expected) => Assert.Equal(expected, When(a).SameDay(When(b)));

    [Theory]
    [InlineData("2026-02-03", "2026-02-03/2026-02-04", Truth.Certain)]
    [InlineData("2026-02", "2026", Truth.Possible)]
    [InlineData("2026-02", "2026-01-01/2026-12-31", Truth.Certain)]
    [InlineData("2030", "2026-02-03/..", Truth.Certain)]
    [InlineData("2030", "2026-02-03/", Truth.Possible)]
    [InlineData("2025", "2026-02-03/..", Truth.No)]
    [InlineData("1900", "../2026", Truth.Certain)]
    [InlineData("1900", "/2026", Truth.Possible)]
    public void Within(string a, string span, Truth expected) => Assert.Equal(expected, When(a).Within(Span(span)));

    [Theory]
    [InlineData("2026-02-03/2026-02-04", "2026-02-04/2026-02-06", Truth.Certain)]
    [InlineData("2026-02-03/2026-02-04", "2026-02-05/2026-02-06", Truth.No)]
    [InlineData("2024/2026", "2026/2028", Truth.Possible)]
    [InlineData("2019/..", "2024-01-01/2024-12-31", Truth.Certain)]
    [InlineData("2019/", "2024-01-01/2024-12-31", Truth.Possible)]
    [InlineData("2019?/..", "2024-01-01/2024-12-31", Truth.Possible)]
    public void Overlaps(string a, string b, Truth expected) => Assert.Equal(expected, Span(a).Overlaps(Span(b)));

    [Fact]
    public void A_month_as_a_span_starts_and_ends_within_it()
    {
        var span = Span("2026-02");
        var (first, last) = (DayNumber.Of(2026, 2, 1), DayNumber.Of(2026, 2, 28));
        Assert.Equal((first, last, first, last), (span.Start.Lo, span.Start.Hi, span.End.Lo, span.End.Hi));
    }

    [Fact]
    public void The_end_of_a_span_is_never_before_its_start() =>
        Assert.Equal(DayNumber.Of(2026, 6, 11), Span("2026-06-11/2026-XX-XX").End.Lo);

    [Fact]
    public void A_list_as_a_span_runs_from_its_first_date_to_its_last()
    {
        var span = Span("{2026-02-05,2026-02-03}");
        Assert.Equal((DayNumber.Of(2026, 2, 3), DayNumber.Of(2026, 2, 5)), (span.Start.Hi, span.End.Lo));
    }

    private static When When(string edtf) => Concordat.Reading.Dates.When.TryParse(edtf, out var when) ? when : throw new InvalidOperationException(edtf);

    private static Span Span(string edtf) => Concordat.Reading.Dates.Span.TryParse(edtf, out var span) ? span : throw new InvalidOperationException(edtf);
}
