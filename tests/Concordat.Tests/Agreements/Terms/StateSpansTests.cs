using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Reading.Dates;
using static Concordat.Tests.Agreements.Terms.Term;

namespace Concordat.Tests.Agreements.Terms;

public class StateSpansTests
{
    private static string Shown(params (string Path, object? Value)[] values) => string.Join("; ", StateSpanRow.Of(Guid.Empty, Of(values), Times(values)).Where(s => s.Shown).OrderBy(s => s.FromDay).Select(s => $"{s.State}{(s.Certain ? "" : "?")} to {Bound(s.ToDay)}"));

    private static string Bound(long day) => day == DayNumber.Unbounded ? "no end" : Reckoned.Say(MonthArithmetic.Between(day, day, true));

    [Fact]
    public void Spans_follow_one_another_without_a_hole()
    {
        Assert.Equal("InPreparation to 31 December 2019; Signed to 31 May 2020; InForce to 31 December 2024; ToBeConfirmed to no end", Shown(("signed", "2020-01-01"), ("inForce", "2020-06-01"), ("ends", "2024-12-31")));
        Assert.Equal("InPreparation to 31 December 2019; Signed? to 30 January 2020; Signed to 31 December 2023; ToBeConfirmed? to 31 December 2024; ToBeConfirmed to no end", Shown(("signed", "2020-01"), ("ends", "2023-12-31/2024-12-31")));
    }

    [Fact]
    public void What_goes_on_by_itself_stays_in_force_and_what_may_also_be_is_kept_beside()
    {
        Assert.Equal("InPreparation to 31 December 2019; InForce to no end", Shown(("inForce", "2020-01-01"), For(1, "years", "entry-into-force"), Tacit(1, "years", often: "again")));
        var values = new (string, object?)[] { ("inForce", "2020-01-01"), Event("terminated", "2024") };
        var spans = StateSpanRow.Of(Guid.Empty, Of(values), Times(values)).Where(s => s.FromDay <= Day("2024-06-01") && s.ToDay >= Day("2024-06-01")).ToList();
        Assert.Equal(["Ended False", "InForce False", "ToBeConfirmed True"], spans.Select(s => $"{s.State} {s.Shown}").Order());
        Assert.DoesNotContain(spans, s => s.Certain);
    }

    [Fact]
    public void A_doubtful_date_makes_nothing_certain()
    {
        var now = AgreementStates.On(Of(("signed", "2020-01-01?")), Day("2021-01-01"));
        Assert.Equal((AgreementState.Signed, false), (now.State, now.Certain));
        Assert.True(AgreementStates.On(Of(("signed", "2020-01-01")), Day("2021-01-01")).Certain);
    }
}
