using Concordat.Agreements;
using Concordat.Agreements.Terms;
using static Concordat.Tests.Agreements.Terms.Term;

namespace Concordat.Tests.Agreements.Terms;

public class TermTimesTests
{
    [Fact]
    public void A_term_is_said_back_and_computed_step_by_step()
    {
        var times = Times(("signed", "2026-02-03"), Effect("last-signature"), For(5, "years", "entry-into-force", "first-day"), Tacit(2, "years", 6, "months", "again"), ("notice/*", Intake.Sample.Members(("count", 90), ("unit", "days"))),
            ("survival/*", Intake.Sample.Members(("articles", "7, 9, confidentiality"), ("count", 5), ("unit", "years"))));
        Assert.Equal(
            ["It takes effect upon the last signature.", "It runs for 5 years from entry into force. The first day counts.",
                "It is renewed by itself for 2 years, each time again, unless a party gives notice 6 months before the end.", "A party may end it by notice of 90 days.", "After its end articles 7, 9, confidentiality stay in force for 5 years."],
            times.Clauses.Sentences);
        Assert.Equal("3 February 2026", Say(times.Beginning.Day!.Day));
        Assert.True(times.Ends!.IsNever);
        Assert.Equal(("2 February 2031", "2 August 2030", "3 February 2031", "2 February 2033"), (Say(times.Cycle!.End(0)), Say(times.Cycle.LastNotice(0)), Say(times.Cycle.Renewed(0)), Say(times.Cycle.End(1))));
        Assert.Contains(times.Ends.Steps, s => s.Contains("5 years from 3 February 2026: the last day is 2 February 2031", StringComparison.Ordinal));
    }

    [Fact]
    public void Uncertain_days_give_an_earliest_and_a_latest()
    {
        var times = Times(("signed", "2026-02"), Effect("signature", 30, "days"), For(1, "years", "entry-into-force"));
        Assert.Equal((Day("2026-03-03"), Day("2026-03-30")), (times.Beginning.Day!.Day.Lo, times.Beginning.Day.Day.Hi));
        Assert.Equal((Day("2027-03-03"), Day("2027-03-30")), (times.Ends!.Day.Lo, times.Ends.Day.Hi));
    }

    [Fact]
    public void A_beginning_without_an_earliest_day_is_assumed_and_said_so()
    {
        var times = Times(("signed", "../2026-02-13"), Effect("signature"), For(1, "years", "signature"));
        Assert.True(times.Beginning.Day!.Assumed);
        Assert.Equal((Day("2026-01-14"), Day("2026-02-13")), (times.Beginning.Day.Day.Lo, times.Beginning.Day.Day.Hi));
        Assert.Contains(times.Beginning.Day.Steps, s => s.Contains("Assumed: at most 30 days", StringComparison.Ordinal));
        Assert.Equal(Day("2027-01-14"), times.Ends!.Day.Lo);
        Assert.True(times.Ends.Assumed);
        Assert.False(Times(("signed", "2026-02-13"), Effect("signature")).Beginning.Day!.Assumed);
    }

    [Fact]
    public void Later_and_earlier_ends_and_a_floor_that_rests_on_something_still_to_come()
    {
        Assert.Equal("31 December 2030", Say(Times(("signed", "2020-01-01"), Until("2030-12-31"), For(5, "years", "signature", join: "later")).Ends!.Day));
        Assert.Equal("1 January 2025", Say(Times(("signed", "2020-01-01"), Until("2030-12-31"), For(5, "years", "signature", join: "earlier")).Ends!.Day));
        var flight = Times(("signed", "2020-01-01"), Until("2030-12-31"), For(5, "years", "told", words: "the first flight", sort: "at-least"));
        Assert.Equal("It runs until 31 December 2030, but at least for 5 years from the first flight.", flight.Clauses.Duration!.Sentence);
        Assert.Equal("on or after 31 December 2030", Say(flight.Ends!.Day));
        Assert.Equal("4 March 2032", Say(Times(("signed", "2020-01-01"), Until("2030-12-31"), For(5, "years", "told", words: "the first flight", sort: "at-least", on: "2027-03-04")).Ends!.Day));
    }

    [Fact]
    public void Until_completion_has_no_end_before_completion_is_recorded()
    {
        var until = ("duration/*", (object?)Intake.Sample.Members(("sort", "event"), ("words", "completion of the work")));
        Assert.True(Times(("signed", "2020"), until).Ends!.IsNever);
        Assert.Equal("5 May 2026", Say(Times(("signed", "2020"), until, Event("completed", "2026-05-05")).Ends!.Day));
        Assert.Equal("1 January 2025", Say(Times(("signed", "2020-01-01"), until, For(5, "years", "signature", join: "earlier")).Ends!.Day));
    }

    [Fact]
    public void What_is_stated_counts_and_what_the_clauses_give_stands_beside_it()
    {
        var times = Times(("signed", "2020-01-01"), ("inForce", "2020-03-01"), ("ends", "2025-02-28"), Effect("signature"), For(4, "years", "entry-into-force"));
        Assert.Equal(("1 March 2020", "1 January 2020"), (Say(times.Beginning.Day!.Day), Say(times.Beginning.Rival!.Day)));
        Assert.Equal(("28 February 2025", "1 March 2024"), (Say(times.Ends!.Day), Say(times.EndsRival!.Day)));
    }

    [Fact]
    public void Extensions_move_the_end_and_a_late_renewal_leaves_a_gap_unless_it_works_backwards()
    {
        Assert.Equal("30 June 2028", Say(Times(("signed", "2020"), ("ends", "2025-06-30"), Event("extended", "2025-05-01", "2028-06-30")).Ends!.Day));
        var late = Times(("signed", "2020"), ("ends", "2025-06-30"), Event("renewed", "2025-11-10", "2030-06-30"));
        Assert.Equal("between 1 July and 9 November 2025", Say(late.Moves.Single().Gap));
        Assert.Equal("term.gap", late.Warnings.Single().Code);
        Assert.Equal(2, late.Periods.Length);
        var back = Times(("signed", "2020"), ("ends", "2025-06-30"), Event("renewed-back", "2025-11-10", "2030-06-30"));
        Assert.True(back.Moves.Single().Backwards);
        Assert.Single(back.Periods);
        Assert.Empty(back.Warnings);
        Assert.Equal(AgreementState.Ended, AgreementStates.On(Of(("signed", "2020"), ("ends", "2025-06-30"), Event("renewed", "2025-11-10", "2030-06-30")), Day("2025-08-01")).State);
        Assert.Equal(AgreementState.Signed, AgreementStates.On(Of(("signed", "2020"), ("ends", "2025-06-30"), Event("renewed-back", "2025-11-10", "2030-06-30")), Day("2025-08-01")).State);
        Assert.Equal(AgreementState.Signed, AgreementStates.On(Of(("signed", "2020"), ("ends", "2025-06-30"), Event("renewed", "2025-11-10", "2030-06-30")), Day("2026-08-01")).State);
    }

    [Fact]
    public void An_objection_ends_renewals_with_the_period_whose_notice_it_meets_and_can_be_withdrawn()
    {
        (string, object?)[] tacit = [("signed", "2020-01-01"), For(1, "years", "signature", "first-day"), Tacit(1, "years", 3, "months", "again")];
        Assert.Equal("31 December 2024", Say(Times([.. tacit, Event("objection", "2024-09-30")]).Ends!.Day));
        Assert.Equal("31 December 2025", Say(Times([.. tacit, Event("objection", "2024-10-01")]).Ends!.Day));
        Assert.Equal("between 31 December 2024 and 31 December 2025", Say(Times([.. tacit, Event("objection", "2024")]).Ends!.Day));
        Assert.True(Times([.. tacit, Event("objection", "2024-09-30"), Event("notice-withdrawn", "2024-11-01")]).Ends!.IsNever);
        Assert.Equal("1 December 2024", Say(Times([.. tacit, ("notice/*", Intake.Sample.Members(("count", 6), ("unit", "months"))), Event("notice", "2024-06-01")]).Ends!.Day));
    }

    [Fact]
    public void Renewals_are_counted_for_any_day()
    {
        var cycle = Times(("signed", "2020-01"), For(1, "years", "signature"), Tacit(1, "years", often: "again")).Cycle!;
        Assert.Equal((0, 0), cycle.HappenedBy(Day("2020-12-31")));
        Assert.Equal((3, 4), cycle.HappenedBy(Day("2024-01-15")));
        Assert.Equal((4, 4), cycle.HappenedBy(Day("2024-02-15")));
        var once = Times(("signed", "2020-01-01"), For(1, "years", "signature"), Tacit(1, "years", times: 1)).Cycle!;
        Assert.Equal((1, 1), once.HappenedBy(Day("2900-01-01")));
        Assert.Equal("1 January 2022", Say(once.Last));
        var unsaid = Times(("signed", "2020-01-01"), For(1, "years", "signature"), Tacit(1, "years")).Cycle!;
        Assert.Equal((1, 879), unsaid.HappenedBy(Day("2900-01-01")));
        Assert.Equal("on or after 1 January 2022", Say(unsaid.Last));
    }

    [Fact]
    public void A_renewal_from_the_last_day_of_a_month_stays_there()
    {
        var cycle = Times(("signed", "2026-09-01"), For(6, "months", "signature", "first-day"), Tacit(6, "months", often: "again")).Cycle!;
        Assert.Equal(["28 February 2027", "31 August 2027", "29 February 2028"], new[] { 0, 1, 2 }.Select(p => Say(cycle.End(p))));
    }

    [Fact]
    public void What_does_not_fit_is_a_warning_on_the_record()
    {
        Assert.Equal("term.ends-before-start", Times(("inForce", "2026-05-01"), ("ends", "2026-01-01")).Warnings.Single().Code);
        Assert.Equal("term.notice-after-end", Times(("signed", "2020"), ("ends", "2022-01-01"), ("notice/*", Intake.Sample.Members(("count", 1), ("unit", "months"))), Event("notice", "2023-01-01")).Warnings.Single().Code);
        Assert.Equal("term.notice-without-period", Times(("signed", "2020"), Event("notice", "2023-01-01")).Warnings.Single().Code);
    }

    [Fact]
    public void Survival_runs_from_the_end()
    {
        var survival = ("survival/*", (object?)Intake.Sample.Members(("articles", "7"), ("count", 3), ("unit", "years")));
        Assert.Equal("31 December 2028", Say(Times(("ends", "2025-12-31"), survival).Survival.Single().Ends!.Day));
        Assert.Equal("5 May 2027", Say(Times(("ends", "2025-12-31"), survival, Event("terminated", "2024-05-05")).Survival.Single().Ends!.Day));
        Assert.Null(Times(survival).Survival.Single().Ends);
    }
}
