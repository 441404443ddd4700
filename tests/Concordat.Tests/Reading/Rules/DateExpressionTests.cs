using Concordat.Reading;

namespace Concordat.Tests.Reading.Rules;

/// <summary>The day of a signing, in the ways in which texts say it.</summary>
public sealed class DateExpressionTests
{
    private static readonly DateOnly Friday = new(2024, 3, 15);

    [Theory]
    [InlineData("on 14 March 2024", "2024-03-14")]
    [InlineData("on March 14, 2024", "2024-03-14")]
    [InlineData("on Thursday, 14 March", "2024-03-14")]
    [InlineData("on the 14th of March", "2024-03-14")]
    [InlineData("on Thursday", "2024-03-14")]
    [InlineData("on Friday", "2024-03-15")]
    [InlineData("today", "2024-03-15")]
    [InlineData("yesterday", "2024-03-14")]
    [InlineData("last week", "2024-03-04/2024-03-10")]
    [InlineData("earlier this month", "2024-03")]
    [InlineData("last month", "2024-02")]
    [InlineData("in February", "2024-02")]
    [InlineData("on March 3-4", "2024-03-03/2024-03-04")]
    [InlineData("on 3 and 4 March", "2024-03-03/2024-03-04")]
    [InlineData("on 14.03.2024", "2024-03-14")]
    [InlineData("on 14/03/2024", "2024-03-14")]
    [InlineData("on 2024-03-14", "2024-03-14")]
    [InlineData("on February 28 to March 2", "2024-02-28/2024-03-02")]
    public void A_day_is_resolved_against_the_day_of_publication(string when, string edtf) =>
        Assert.Equal(edtf, DateOf($"Aster University and Birch University signed an MoU {when}.", Friday));

    [Theory]
    [InlineData("on Thursday", null)]
    [InlineData("on March 14", "XXXX-03-14")]
    [InlineData("on 14 March 2024", "2024-03-14")]
    public void Without_a_day_of_publication_only_what_is_written_is_said(string when, string? edtf) =>
        Assert.Equal(edtf, DateOf($"Aster University and Birch University signed an MoU {when}.", null));

    [Fact]
    public void Without_a_day_of_its_own_an_act_is_on_or_before_publication() =>
        Assert.Equal("../2024-03-15", DateOf("Aster University and Birch University signed an MoU.", Friday));

    [Fact]
    public void A_dateline_sets_today() =>
        Assert.Equal("2024-03-13", DateOf("Oslo, March 13: Aster University and Birch University today signed an MoU.", Friday));

    private static string? DateOf(string text, DateOnly? published) => Assert.Single(DocumentReader.Read(text, published).Instruments).Date?.Value;
}
