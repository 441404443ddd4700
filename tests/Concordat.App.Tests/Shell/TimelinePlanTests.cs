using Concordat.App.Shell;
using Concordat.Reading.Dates;

namespace Concordat.App.Tests.Shell;

public sealed class TimelinePlanTests
{
    private static readonly long Today = Day(2026, 11, 22);

    private static long Day(int year, int month, int day) => DayNumber.Of(year, month, day);

    private static When Date(string edtf) => When.TryParse(edtf, out var when) ? when : throw new FormatException(edtf);

    [Fact]
    public void A_certain_term_is_one_solid_part()
    {
        TimelineRow term = new("Term", Date("2026-03-10"), Date("2031-03-10"));
        var plan = new TimelinePlan([term], Today);
        var part = Assert.Single(plan.Parts(term));
        Assert.False(part.Soft);
        Assert.Equal(plan.X(Day(2026, 3, 10)), part.X);
        Assert.Equal(plan.X(Day(2031, 3, 10)), part.X + part.Width, 3);
    }

    [Fact]
    public void Uncertain_ends_are_soft_and_the_middle_solid()
    {
        TimelineRow term = new("Term", Date("2026-03"), Date("2031"));
        var plan = new TimelinePlan([term], Today);
        var parts = plan.Parts(term).ToList();
        Assert.Equal([true, false, true], parts.Select(p => p.Soft));
        Assert.Equal(plan.X(Day(2026, 3, 31)), parts[1].X);
        Assert.Equal(plan.X(Day(2031, 1, 1)), parts[2].X);
    }

    [Fact]
    public void A_term_without_a_stated_end_is_soft_to_the_edge()
    {
        TimelineRow term = new("Term", Date("2026-03-10"), When.Unknown);
        var part = Assert.Single(new TimelinePlan([term], Today).Parts(term));
        Assert.True(part.Soft);
        Assert.Equal(TimelinePlan.Right, part.X + part.Width, 3);
        Assert.Contains("no stated end", term.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-10"), InlineData("../2026-02-13"), InlineData("0201"), InlineData("9999"), InlineData("../.."), InlineData("Y-17000")]
    public void Everything_stays_on_the_paper_and_years_can_be_read(string edtf)
    {
        var rows = new TimelineRow[] { new("Signed", Date(edtf)), new("Term", Date(edtf), When.Unknown) };
        var plan = new TimelinePlan(rows, Today);
        Assert.All(rows.SelectMany(plan.Parts), p => Assert.InRange(p.X, TimelinePlan.Left, TimelinePlan.Right));
        Assert.InRange(plan.Ticks.Count, 1, 24);
        Assert.Equal(plan.Ticks.Select(t => t.X).Order(), plan.Ticks.Select(t => t.X));
        Assert.InRange(plan.Today, TimelinePlan.Left, TimelinePlan.Right);
    }
}
