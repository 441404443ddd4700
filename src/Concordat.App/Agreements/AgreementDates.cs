using Concordat.Agreements;
using Concordat.App.Shell;
using Concordat.Reading.Dates;

namespace Concordat.App.Agreements;

/// <summary>What an agreement's time line shows: its term, then each dated step.</summary>
internal static class AgreementDates
{
    public static List<TimelineRow> Rows(Agreement it)
    {
        var rows = new List<TimelineRow>();
        if (Read(it.InForce ?? it.Signed) is { } from) rows.Add(Read(it.Ends) is { } ends && ends != When.Unknown ? new("Term", from, ends) : new("Term, end not stated", from, When.Unknown));
        Add("Signed", it.Signed);
        Add("In force", it.InForce);
        foreach (var step in it.Events) Add(AgreementKind.EventSorts.FirstOrDefault(s => s.Value == step.Sort)?.Label ?? step.Sort, step.On);
        Add("Ends", it.Ends);
        return rows;

        void Add(string label, string? edtf)
        {
            if (Read(edtf) is { } when && when != When.Unknown) rows.Add(new(label, when));
        }
    }

    private static When? Read(string? edtf) => When.TryParse(edtf, out var when) ? when : null;
}
