using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.App.Shell;
using Concordat.Reading.Dates;

namespace Concordat.App.Agreements;

/// <summary>What an agreement's time line shows: the times that its term covers, what outlives it, then each dated step.</summary>
internal static class AgreementDates
{
    public static List<TimelineRow> Rows(Agreement it, TermTimes times)
    {
        var rows = new List<TimelineRow>();
        if ((times.Beginning.Day?.Day ?? Read(it.Signed)) is { } from)
        {
            if (times.Periods.IsEmpty) rows.Add(new("Term, end not stated", from, When.Unknown));
            foreach (var period in times.Periods.Where(p => p.To != When.Unknown)) rows.Add(new(period.From is not null ? "Renewed term" : period.To == Reckoned.Never ? "Term, goes on" : "Term", period.From ?? from, period.To));
        }

        foreach (var move in times.Moves.Where(m => m.Gap is not null)) rows.Add(new(move.Backwards ? "Covered later" : "No cover", move.Gap!.Value));
        foreach (var survives in times.Survival)
            if (survives.Ends is { } until && times.Ends is { IsNever: false } ends) rows.Add(new($"Survives: {survives.Rule.Code.Split(" for ")[0]}", ends.Day, until.Day));
        Add("Signed", Read(it.Signed));
        Add("In force", times.Beginning.Day?.Day);
        foreach (var step in it.Events) Add(AgreementKind.EventSorts.FirstOrDefault(s => s.Value == step.Sort)?.Label ?? step.Sort, Read(step.On));
        if (times.Ends is { IsNever: false } end) Add("Ends", end.Day);
        return rows;

        void Add(string label, When? day)
        {
            if (day is { } when && when != When.Unknown) rows.Add(new(label, when));
        }
    }

    private static When? Read(string? edtf) => When.TryParse(edtf, out var when) ? when : null;
}
