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
    /// <summary>Earliest day of the last termination, when there is one.</summary>
    public long? TerminatedLo { get; init; }
    public bool Suspended { get; init; }
    public string? FileNumber { get; init; }
    public string? DeskOfficer { get; init; }

    public static AgreementRow Of(Guid record, Agreement it)
    {
        var (signed, inForce, ends) = (Read(it.Signed), Read(it.InForce), Read(it.Ends));
        var ended = it.Events.LastOrDefault(e => e.Sort == "terminated");
        return new()
        {
            Record = record, Title = it.Title, SortKey = Fold.SortKey(it.Title), Sort = it.AgreementSort,
            Signed = it.Signed, SignedLo = signed?.Lo, SignedHi = signed?.Hi, InForce = it.InForce, InForceLo = inForce?.Lo,
            Ends = it.Ends, EndsLo = ends?.Lo, EndsHi = ends?.Hi, TerminatedLo = ended is null ? null : Read(ended.On)?.Lo ?? signed?.Lo ?? 0,
            Suspended = it.Events.LastOrDefault(e => e.Sort is "suspended" or "resumed")?.Sort == "suspended",
            FileNumber = it.References.FirstOrDefault()?.Text, DeskOfficer = it.DeskOfficer,
        };
    }

    private static When? Read(string? edtf) => When.TryParse(edtf, out var when) ? when : null;
}

/// <summary>One party of an agreement, for lists.</summary>
public sealed record AgreementPartyRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    public required Guid Organisation { get; init; }
}
