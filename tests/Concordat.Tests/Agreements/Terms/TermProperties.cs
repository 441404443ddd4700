using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Concordat.Tests.Agreements.Terms.Term;

namespace Concordat.Tests.Agreements.Terms;

/// <summary>What holds for every term whatever its parts.</summary>
public class TermProperties
{
    /// <summary>A day number, a width, a length.</summary>
    public sealed record Input(long Lo, long Width, int Count, TimeUnit Unit, bool First)
    {
        public When Day => MonthArithmetic.Between(Lo, Lo + Width, true);

        public Period Length => new(Count, Unit);
    }

    public static class Inputs
    {
        public static Arbitrary<Input> All() => Arb.From(
            from lo in Gen.Choose(-30_000, 60_000)
            from width in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 900))
            from count in Gen.OneOf(Gen.Choose(1, 30), Gen.Choose(1, 12_000))
            from unit in Gen.Elements(TimeUnit.Days, TimeUnit.WorkingDays, TimeUnit.Weeks, TimeUnit.Months, TimeUnit.Years)
            from first in Gen.Elements(true, false)
            select new Input(lo, width, unit is TimeUnit.Years ? Math.Min(count, 1000) : count, unit, first));
    }

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 2000)]
    public bool Bounds_are_in_order_and_an_end_is_not_before_its_beginning(Input input)
    {
        var (end, before) = (Counting.End(input.Day, input.Length, input.First), Counting.Before(input.Day, input.Length));
        return end.Lo <= end.Hi && before.Lo <= before.Hi && end.Lo >= input.Day.Lo && end.Hi >= input.Day.Hi && before.Hi <= input.Day.Hi;
    }

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 2000)]
    public bool A_later_beginning_never_ends_earlier(Input input)
    {
        var (a, b) = (Counting.End(input.Day, input.Length, input.First), Counting.End(MonthArithmetic.Between(input.Lo + 1, input.Lo + input.Width + 1, true), input.Length, input.First));
        return a.Lo <= b.Lo && a.Hi <= b.Hi;
    }

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 2000)]
    public bool A_longer_time_never_ends_earlier(Input input) =>
        Counting.End(input.Day, input.Length, input.First).Lo <= Counting.End(input.Day, input.Length with { Count = input.Count + 1 }, input.First).Lo;

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 500)]
    public bool Notice_given_on_the_last_day_for_it_runs_out_by_the_end(Input input) =>
        input.Unit is TimeUnit.WorkingDays || Counting.After(MonthArithmetic.Between(Counting.Before(input.Day, input.Length).Lo, Counting.Before(input.Day, input.Length).Lo, true), input.Length).Lo <= input.Day.Lo;

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 400)]
    public bool Narrowing_what_is_known_never_widens_what_follows(Input wide, int left, int right, int often, int objected)
    {
        var (a, b) = (Math.Abs(left % 1000L), Math.Abs(right % 1000L));
        var (cutLo, cutHi) = (Math.Min(a, wide.Width), Math.Min(b, wide.Width));
        if (cutLo + cutHi > wide.Width) return true;
        var narrow = wide with { Lo = wide.Lo + cutLo, Width = wide.Width - cutLo - cutHi };
        var (before, after) = (TimesOf(wide, often, objected), TimesOf(narrow, often, objected));
        bool Within(When? inner, When? outer) => (inner, outer) is (null, null) || (inner is { } i && outer is { } o && i.Lo >= o.Lo && i.Hi <= o.Hi);
        return Within(after.Beginning.Day?.Day, before.Beginning.Day?.Day) && Within(after.Ends?.Day, before.Ends?.Day) && Within(after.Survival[0].Ends?.Day, before.Survival[0].Ends?.Day)
            && (before.Cycle is not { } c || Enumerable.Range(0, 5).All(p => Within(after.Cycle!.End(p), c.End(p)) && Within(after.Cycle.LastNotice(p), c.LastNotice(p))));
    }

    private static TermTimes TimesOf(Input input, int often, int objected)
    {
        var unit = TermWords.Of(input.Unit)!;
        var renewal = (often & 3) switch { 0 => Tacit(input.Count, unit, often: "again"), 1 => Tacit(input.Count, unit, 3, "months", times: 1 + (often & 63)), 2 => Tacit(null, null), _ => ("renewal/*", (object?)Intake.Sample.Members(("sort", "none"))) };
        (string, object?)[] events = objected % 3 == 0 ? [Event("objection", $"{2000 + Math.Abs(objected % 80)}")] : [];
        return Times([("signed", input.Day.Text), Effect("signature", 1 + Math.Abs(often % 20), "months"), For(input.Count, unit, "entry-into-force", input.First ? "first-day" : null), renewal,
            ("survival/*", Intake.Sample.Members(("articles", "7"), ("count", 2), ("unit", "years"))), .. events]);
    }

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 300)]
    public bool Every_term_is_computed_in_bounded_work_and_renewals_agree_with_a_walk_through_them(Input input, int day)
    {
        var cycle = new TacitCycle(input.Day, input.Length, new(3, TimeUnit.Months), null, null, input.First);
        var on = input.Lo + Math.Abs(day % 20_000L);
        var (certainly, possibly) = cycle.HappenedBy(on);
        if (certainly > possibly || certainly < 0) return false;
        if (possibly > 3000) return true;
        return certainly == Enumerable.Range(0, possibly + 2).TakeWhile(p => cycle.End(p).Hi < on).Count() && possibly == Enumerable.Range(0, possibly + 2).TakeWhile(p => cycle.End(p).Lo < on).Count();
    }

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 200)]
    public bool On_every_day_one_state_is_shown_and_rows_are_few(Input input, int often, int objected)
    {
        (string, object?)[] values = [("signed", input.Day.Text), For(input.Count, TermWords.Of(input.Unit)!, "signature"), Tacit(1, "days", often: (often & 1) == 0 ? "again" : null), Event("suspended", $"{1990 + Math.Abs(objected % 60)}"), Event("resumed", $"{1990 + Math.Abs(often % 60)}")];
        var (it, times) = (Of(values), Times(values));
        var rows = StateSpanRow.Of(Guid.Empty, it, times).ToList();
        var shown = rows.Where(r => r.Shown).OrderBy(r => r.FromDay).ToList();
        return shown[0].FromDay == -DayNumber.Unbounded && shown[^1].ToDay == DayNumber.Unbounded && shown.Zip(shown.Skip(1)).All(p => p.First.ToDay + 1 == p.Second.FromDay) && rows.Count < 60
            && DeadlineRow.Of(Guid.Empty, times, null).Count() <= (2 * Deadlines.MostRenewals) + 2
            && new[] { input.Lo - 1, input.Lo, input.Lo + input.Width, input.Lo + 4000 }.All(d => shown.Single(s => s.FromDay <= d && s.ToDay >= d).Now == AgreementStates.On(it, d));
    }
}
