using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Agreements;

/// <summary>A line of the list of agreements. Days are proleptic day numbers; both bounds are null where nothing is stated.</summary>
public sealed record AgreementRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public string? Sort { get; init; }
    public string? Signed { get; init; }
    public long? SignedLo { get; init; }
    public long? SignedHi { get; init; }
    public string? InForce { get; init; }
    public long? InForceLo { get; init; }
    public string? Ends { get; init; }
    public long? EndsLo { get; init; }
    public long? EndsHi { get; init; }
    /// <summary>Earliest and latest day of the last termination, when there is one; -9e15 where it has no day.</summary>
    public long? TerminatedLo { get; init; }
    public long? TerminatedHi { get; init; }
    /// <summary>Earliest day of the last suspension.</summary>
    public long? SuspendedLo { get; init; }
    /// <summary>Earliest day on which that suspension was lifted.</summary>
    public long? ResumedLo { get; init; }
    /// <summary>True when something says that it is being prepared.</summary>
    public bool Announced { get; init; }
    public string? FileNumber { get; init; }
    public string? DeskOfficer { get; init; }

    public static AgreementRow Of(Guid record, Agreement it)
    {
        var (signed, inForce, ends) = (Read(it.Signed), Read(it.InForce), Read(it.Ends));
        var (ended, suspended) = (Last(it, "terminated"), Last(it, "suspended"));
        var resumed = suspended is null ? null : it.Events.Where(e => e.Sort == "resumed").Select(e => Bounds(e.On)).Where(e => e.Lo >= suspended.Value.Lo).Select(e => (long?)e.Lo).Min();
        return new()
        {
            Record = record, Title = it.Title, SortKey = Fold.SortKey(it.Title), Sort = it.AgreementSort,
            Signed = it.Signed, SignedLo = signed?.Lo, SignedHi = signed?.Hi, InForce = it.InForce, InForceLo = inForce?.Lo,
            Ends = it.Ends, EndsLo = ends?.Lo, EndsHi = ends?.Hi, TerminatedLo = ended?.Lo, TerminatedHi = ended?.Hi,
            SuspendedLo = suspended?.Lo, ResumedLo = resumed, Announced = it.Events.Any(e => e.Sort == "announced"),
            FileNumber = it.References.FirstOrDefault()?.Text, DeskOfficer = it.DeskOfficer,
        };
    }

    /// <summary>The latest event of a sort by its day; of several without a day, the one entered last.</summary>
    private static (long Lo, long Hi)? Last(Agreement it, string sort)
    {
        (long Lo, long Hi)? last = null;
        foreach (var on in it.Events.Where(e => e.Sort == sort).Select(e => Bounds(e.On)))
            if (last is null || on.Lo >= last.Value.Lo) last = on;
        return last;
    }

    // What has happened on a day that nobody stated lies in the past.
    private static (long Lo, long Hi) Bounds(string? on) => Read(on) is { } when ? (when.Lo, when.Hi) : (-DayNumber.Unbounded, -DayNumber.Unbounded);

    private static When? Read(string? edtf) => When.TryParse(edtf, out var when) ? when : null;
}

/// <summary>One party of an agreement, for lists.</summary>
public sealed record AgreementPartyRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    public required Guid Organisation { get; init; }
}
