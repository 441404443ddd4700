using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.App.Shell;
using Concordat.Reading.Dates;

namespace Concordat.App.Agreements;

/// <summary>What an agreement's time line shows: the times that its term covers, what outlives it, then each dated step.</summary>
internal static class AgreementDates
{
    public static List<TimelineRow> Rows(Agreement it, TermTimes times, long today)
    {
        var rows = new List<TimelineRow>();
        if ((times.Beginning.Day?.Day ?? Read(it.Signed)) is { } from)
        {
            if (times.Periods.IsEmpty) rows.Add(new("Term, end not stated", from, When.Unknown));
            foreach (var (begun, to) in times.Periods.Where(p => p.To != When.Unknown)) rows.Add(new(begun is not null ? "Renewed term" : to == Reckoned.Never ? "Term, goes on" : "Term", begun ?? from, to));
        }

        foreach (var move in times.Moves.Where(m => m.Gap is not null)) rows.Add(Gap(move));
        foreach (var survives in times.Survival)
            if (survives.Ends is { } until && times.Ends is { IsNever: false } ends) rows.Add(new($"Survives: {survives.Rule.Code.Split(" for ")[0]}", ends.Day, until.Day));
        Add("Signed", Read(it.Signed));
        Add("In force", times.Beginning.Day?.Day);
        foreach (var step in it.Events.Where(e => !Told(e))) Add(AgreementKind.EventSorts.FirstOrDefault(s => s.Value == step.Sort)?.Label ?? step.Sort, Read(step.On));
        if (times.Cycle is { } cycle && cycle.RunningOn(today) is { } period)
        {
            if (cycle.Notice is not null) Add("Last day for notice", cycle.LastNotice(period));
            Add("Next renewal", cycle.Renewed(period));
        }

        if (times.Ends is { IsNever: false } end) Add("Ends", end.Day);
        return rows;

        // What the head of the record dates already.
        bool Told(Happening e) => (e.Sort == "signed" && e.On == it.Signed) || (e.Sort == "in-force" && Read(e.On) is { } entered && times.Beginning.Day?.Day.Text == entered.Text);

        void Add(string label, When? day)
        {
            if (day is { } when && when != When.Unknown) rows.Add(new(label, when));
        }
    }

    private static TimelineRow Gap(Moved move)
    {
        var (label, gap) = (move.Backwards ? "Covered later" : "No cover", move.Gap!.Value);
        return move.GapIs is Truth.Certain && Math.Abs(gap.Lo) < DayNumber.Unbounded && Math.Abs(gap.Hi) < DayNumber.Unbounded ? new(label, MonthArithmetic.Between(gap.Lo, gap.Lo, true), MonthArithmetic.Between(gap.Hi, gap.Hi, true)) : new(label, gap);
    }

    private static When? Read(string? edtf) => When.TryParse(edtf, out var when) ? when : null;
}
