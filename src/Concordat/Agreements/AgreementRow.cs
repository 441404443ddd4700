using Concordat.Agreements.Terms;
using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Agreements;

/// <summary>A line of the list of agreements. Days are proleptic day numbers; both bounds are null where nothing is stated or computed.</summary>
public sealed record AgreementRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public string? Sort { get; init; }
    public string? Signed { get; init; }
    public long? SignedLo { get; init; }
    public long? SignedHi { get; init; }
    /// <summary>As stated, or else as computed.</summary>
    public string? InForce { get; init; }
    public long? InForceLo { get; init; }
    /// <summary>The last day after all that is certain to follow; null where nothing says, or where it has none.</summary>
    public string? Ends { get; init; }
    public long? EndsLo { get; init; }
    public long? EndsHi { get; init; }
    /// <summary>True where it goes on by itself, or has no end.</summary>
    public bool GoesOn { get; init; }
    /// <summary>True where an ending is recorded, on whatever day.</summary>
    public bool Ended { get; init; }
    /// <summary>True when something says that it is being prepared.</summary>
    public bool Announced { get; init; }
    public string? FileNumber { get; init; }
    public string? DeskOfficer { get; init; }

    internal static AgreementRow Of(Guid record, Agreement it, TermTimes times)
    {
        var (signed, inForce, ends) = (Reckoned.Read(it.Signed), times.Beginning.Day?.Day, times.Ends is { IsNever: false } end ? end.Day : (When?)null);
        return new()
        {
            Record = record, Title = it.Title, SortKey = Fold.SortKey(it.Title), Sort = it.AgreementSort,
            Signed = it.Signed, SignedLo = signed?.Lo, SignedHi = signed?.Hi, InForce = it.InForce ?? inForce?.Text, InForceLo = inForce?.Lo,
            Ends = ends?.Text, EndsLo = ends?.Lo, EndsHi = ends?.Hi, GoesOn = times.Ends?.IsNever == true, Ended = times.Ended is not null, Announced = it.Events.Any(e => e.Sort == "announced"),
            FileNumber = it.References.FirstOrDefault()?.Text, DeskOfficer = Clip.Name(it.DeskOfficer),
        };
    }
}

/// <summary>One party of an agreement, for lists.</summary>
public sealed record AgreementPartyRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    public required Guid Organisation { get; init; }
}
