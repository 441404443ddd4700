using System.Collections.Immutable;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Correspondence;
using Concordat.Meetings;

namespace Concordat.Documents;

/// <summary>What somebody should know before they meet a partner or a country, as of one day.</summary>
/// <param name="About">Name of the country or organisation.</param>
/// <param name="Day">Day number.</param>
/// <param name="Office">Our own organisation; null where no letter has told it.</param>
/// <param name="Agreements">Those in force first, the next to end first; those to be confirmed last.</param>
/// <param name="Others">How many agreements there are beside those listed.</param>
/// <param name="Deadlines">Within a year, the nearest first.</param>
/// <param name="Last">The latest session or meeting that is over; null where none is known.</param>
/// <param name="Next">The nearest one ahead; null where none is known.</param>
/// <param name="Ours">Open actions that we owe, or of which nothing says who does.</param>
/// <param name="Theirs">Open actions that they owe.</param>
/// <param name="Replies">Letters that wait for a reply, from either side.</param>
/// <param name="Disputed">Titles of agreements on which sources differ.</param>
public sealed record Brief(
    string About, long Day, string? Office, ImmutableArray<BriefAgreement> Agreements, int Others, ImmutableArray<DeadlineLine> Deadlines, MeetingRow? Last, MeetingRow? Next,
    ImmutableArray<ActionRow> Ours, ImmutableArray<ActionRow> Theirs, ImmutableArray<LetterLine> Replies, ImmutableArray<string> Disputed);

/// <param name="Parties">Names, in their order.</param>
public sealed record BriefAgreement(AgreementRow Row, AgreementState State, ImmutableArray<string> Parties);
