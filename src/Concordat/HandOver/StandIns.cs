using System.Collections.Immutable;
using System.Linq.Expressions;
using Concordat.Storage;

namespace Concordat.HandOver;

/// <summary>Whose work comes to one person on one day: their own, and that of those who are away.</summary>
/// <param name="Person">By the name that records carry.</param>
/// <param name="Away">Everybody who is away on that day.</param>
/// <param name="Covered">Those of them whose stand-in is this person, or who leave it to one who is away too and leaves it to this person.</param>
public sealed record StandIns(string Person, ImmutableArray<AbsenceRow> Away, ImmutableArray<AbsenceRow> Covered)
{
    /// <param name="absences">Of any days; of several of one officer on that day the one that began last counts.</param>
    public static StandIns Of(string person, IEnumerable<AbsenceRow> absences, long day)
    {
        var away = absences.Where(a => a.On(day)).GroupBy(a => a.Officer).ToDictionary(g => g.Key, g => g.MaxBy(a => a.First)!, StringComparer.Ordinal);
        return new(person, [.. away.Values.OrderBy(a => a.Officer, StringComparer.Ordinal)], [.. away.Values.Where(a => a.Officer != person && Leads(a, person, away)).OrderBy(a => a.Officer, StringComparer.Ordinal)]);
    }

    /// <summary>Follows who stands in for whom; two who name each other lead to nobody else.</summary>
    private static bool Leads(AbsenceRow absence, string person, Dictionary<string, AbsenceRow> away)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { absence.Officer };
        for (var deputy = absence.Deputy; ; deputy = away[deputy].Deputy)
        {
            if (deputy == person) return true;
            if (!seen.Add(deputy) || !away.ContainsKey(deputy)) return false;
        }
    }

    /// <summary>The absence for which a record of this desk officer comes to this person; null where it is their own.</summary>
    public AbsenceRow? Instead(string? officer) => officer == Person ? null : Away.FirstOrDefault(a => a.Officer == officer);

    /// <summary>Records that come to this person. A deputy whom the record names goes before the one of the absence.</summary>
    public Expression<Func<HeadlineRow, bool>> Comes()
    {
        string[] away = [.. Away.Select(a => a.Officer)], covered = [.. Covered.Select(a => a.Officer)], acting = [Person, .. covered];
        if (away.Length == 0) return h => h.DeskOfficer == Person;
        return h => h.DeskOfficer == Person || (away.Contains(h.DeskOfficer) && (h.Deputy == null ? covered.Contains(h.DeskOfficer) : acting.Contains(h.Deputy)));
    }
}
