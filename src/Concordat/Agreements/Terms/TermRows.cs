using Concordat.Names;
using Concordat.Reading.Dates;
using Concordat.Storage;

namespace Concordat.Agreements.Terms;

/// <summary>Days on which an agreement is in a state: the state on any day is a query.</summary>
public sealed record StateSpanRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    /// <summary>Name of an <see cref="AgreementState"/>.</summary>
    public required string State { get; init; }
    /// <summary>Name of a <see cref="StateReason"/>.</summary>
    public required string Reason { get; init; }
    /// <summary>True for the state that lists show; on every day one span of a record is.</summary>
    public required bool Shown { get; init; }
    /// <summary>True where nothing else is possible on these days.</summary>
    public required bool Certain { get; init; }
    /// <summary>First day; -9e15 for no bound.</summary>
    public required long FromDay { get; init; }
    /// <summary>Last day; 9e15 for no bound.</summary>
    public required long ToDay { get; init; }

    public StateOn Now => new(Enum.Parse<AgreementState>(State), Enum.Parse<StateReason>(Reason), Certain);

    internal static IEnumerable<StateSpanRow> Of(Guid record, Agreement it, TermTimes times) => StateSpans.Of(it, times).Select((s, i) => new StateSpanRow
    {
        Record = record, Ordinal = i, State = s.State.ToString(), Reason = s.Reason.ToString(), Shown = s.Shown, Certain = s.Certain, FromDay = s.From, ToDay = s.To,
    });
}

/// <summary>A day by which something is due.</summary>
public sealed record DeadlineRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    /// <summary>Name of a <see cref="DeadlineSort"/>.</summary>
    public required string Sort { get; init; }
    /// <summary>Earliest day.</summary>
    public required long Lo { get; init; }
    /// <summary>Latest day; 9e15 where nothing bounds it.</summary>
    public required long Hi { get; init; }
    /// <summary>1 where the latest day is another one than the earliest, else 0: a number, which an index of either database finds.</summary>
    public required int Wide { get; init; }
    public required bool Certain { get; init; }
    /// <summary>Of its agreement.</summary>
    public string? DeskOfficer { get; init; }
    /// <summary>True where it rests on the stated assumption about an unknown beginning.</summary>
    public required bool Assumed { get; init; }

    public When Day => Reckoned.Between(Lo, Hi, Certain);

    internal static IEnumerable<DeadlineRow> Of(Guid record, TermTimes times, string? officer) => Deadlines.Of(times).Select((d, i) => new DeadlineRow
    {
        Record = record, Ordinal = i, Sort = d.Sort.ToString(), Lo = d.Lo, Hi = d.Hi, Wide = d.Lo != d.Hi ? 1 : 0, DeskOfficer = Clip.Name(officer), Certain = d.Certain, Assumed = d.Assumed,
    });
}
