using System.Collections.Immutable;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Correspondence;
using Concordat.Storage;

namespace Concordat.HandOver;

/// <summary>A person of the office, by the name that records carry.</summary>
/// <param name="Records">How many records name this person as desk officer.</param>
public sealed record Officer(string Name, int Records);

/// <summary>An agreement in a hand-over note.</summary>
/// <param name="Originals">Titles of the documents that are its texts.</param>
public sealed record HeldAgreement(AgreementRow Row, AgreementState State, string Why, ImmutableArray<string> Partners, ImmutableArray<string> Originals);

/// <summary>A partner in a hand-over note: a party of an agreement, or an organisation of the officer's own.</summary>
/// <param name="Last">The latest letter from or to it, or about it; null where there is none.</param>
public sealed record HeldPartner(Guid Organisation, string Name, CorrespondenceRow? Last);

/// <summary>All that one desk officer answers for, as a hand-over note says it.</summary>
/// <param name="Open">Records of theirs on which sources differ.</param>
/// <param name="Actions">Open ones of theirs, the next to fall due first.</param>
/// <param name="Sessions">Meetings of theirs, the latest first.</param>
/// <param name="Replies">Letters of theirs that wait for a reply, by the day on which it is due: ours and those of others.</param>
/// <param name="Letters">How many letters name them in all.</param>
/// <param name="Partners">By name.</param>
/// <param name="Others">Bodies, organisations and closed actions.</param>
public sealed record Work(string Officer, ImmutableArray<HeldAgreement> Agreements, ImmutableArray<HeadlineRow> Open, ImmutableArray<ActionRow> Actions, ImmutableArray<HeadlineRow> Sessions, ImmutableArray<HeadlineRow> Others,
    ImmutableArray<LetterLine> Replies, int Letters, ImmutableArray<HeldPartner> Partners)
{
    public int Records => Agreements.Length + Actions.Length + Sessions.Length + Others.Length + Letters;
}
