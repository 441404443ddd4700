using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Storage;

namespace Concordat.HandOver;

/// <summary>A person of the office, by the name that records carry.</summary>
/// <param name="Records">How many records name this person as desk officer.</param>
public sealed record Officer(string Name, int Records);

/// <summary>An agreement in a hand-over note.</summary>
/// <param name="Originals">Titles of the documents that are its texts.</param>
public sealed record HeldAgreement(AgreementRow Row, AgreementState State, string Why, ImmutableArray<string> Partners, ImmutableArray<string> Originals);

/// <summary>All that one desk officer answers for, as a hand-over note says it.</summary>
/// <param name="Open">Records of theirs on which sources differ.</param>
/// <param name="Sessions">Meetings of theirs, the latest first.</param>
/// <param name="Others">Bodies and organisations.</param>
public sealed record Work(string Officer, ImmutableArray<HeldAgreement> Agreements, ImmutableArray<HeadlineRow> Open, ImmutableArray<HeadlineRow> Sessions, ImmutableArray<HeadlineRow> Others)
{
    public int Records => Agreements.Length + Sessions.Length + Others.Length;
}
