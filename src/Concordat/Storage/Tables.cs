using System.Collections.Frozen;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Intake;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Sources;
using Concordat.Today;

namespace Concordat.Storage;

/// <summary>The three sorts of table; each table is of exactly one.</summary>
internal static class Tables
{
    /// <summary>The record itself: only the journal writes it, nothing rewrites it.</summary>
    public static FrozenSet<Type> Register { get; } = FrozenSet.Create(typeof(CommitRow), typeof(EntryRow), typeof(DocumentRow));

    /// <summary>Work in progress and facts about this installation: no part of the record, in no journal.</summary>
    public static FrozenSet<Type> Workshop { get; } = FrozenSet.Create(typeof(SettingRow), typeof(IntakeRow), typeof(ReadingRow), typeof(Sameness.LaterRow), typeof(PutOffRow), typeof(Lists.SavedViewRow), typeof(HandOver.AbsenceRow));

    /// <summary>Written from documents and entries; a rebuild empties and fills them.</summary>
    public static FrozenSet<Type> Derived { get; } = FrozenSet.Create(
        typeof(HeadlineRow), typeof(KnownRow), typeof(LinkRow), typeof(ClaimRow), typeof(ChangeRow), typeof(RedirectRow), typeof(ApartRow), typeof(OrganisationRow), typeof(PersonRow), typeof(AgreementRow),
        typeof(AgreementPartyRow), typeof(StateSpanRow), typeof(DeadlineRow), typeof(BodyRow), typeof(MeetingRow), typeof(ActionRow), typeof(CorrespondenceRow), typeof(ConcernRow), typeof(SourceRow), typeof(SourceBandRow));
}
