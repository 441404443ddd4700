using System.Collections.Immutable;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Sources;

namespace Concordat.App.Api;

/// <summary>The filters and orders of each list, which are those of its page.</summary>
internal static class ListWords
{
    /// <summary>Parameters of the list of a kind, those for paging included.</summary>
    public static ImmutableArray<Parameter> Of(string kind) =>
    [
        new("q", "Words that names or numbers begin with; all of them must be found."), .. Filters(kind),
        Parameter.Take(Shell.ListQuery.PageSize), new("after", "The record after which the page begins: follow the link “next” rather than make it up.") { Record = true },
        new("before", "The record before which the page ends: follow the link “prev”.") { Record = true },
        new("known", "As it was known at the end of that day (UTC); a past one.") { Day = true },
        new("values", "With the values of each record, and its version.") { Choices = [new("true", "With values")] },
    ];

    private static ImmutableArray<Parameter> Filters(string kind) => kind switch
    {
        AgreementKind.Name =>
        [
            new("state", "Computed state, today.") { Choices = [.. Enum.GetValues<AgreementState>().Select(s => new Choice(s.ToString(), s.Label()))] },
            Kind(AgreementKind.Sorts), new("partner", "An organisation that is a party.") { Record = true }, new("officer", "Desk officer, as written."), Country,
            new("ending", "Those whose term may end within so many days from today.") { Choices = [.. AgreementPlan.Windows.Select(w => new Choice(w.Value, w.Label))] },
            new("missing", "Those without such a value.") { Choices = [new("partner", "A partner"), new("kind", "A kind"), new("officer", "A desk officer"), new("start", "Signing and entry into force"), new("end", "An end")] },
            new("sort", "By day of signature (latest first) or by end (earliest first); without it by title. Agreements without that day are left out.") { Choices = [new("signed", "Signed"), new("ends", "Ends")] },
        ],
        OrganisationKind.Name => [Kind(OrganisationKind.Sorts), Country],
        PersonKind.Name => [new("organisation", "The organisation of the appointment entered last.") { Record = true }],
        BodyKind.Name => [new("cadence", "How often it meets, as written.")],
        MeetingKind.Name => [Kind(MeetingKind.Sorts), new("body", "The body whose sessions are wanted.") { Record = true }, new("host", "The organisation that hosts.") { Record = true }, new("year", "Year of its first day."), new("sort", "By title; without it by day, the latest first.") { Choices = [new("dates", "Day"), new("title", "Title")] }],
        ActionKind.Name =>
        [
            new("state", "State, today.") { Choices = ActionPlan.States }, new("side", "The organisation that owes it.") { Record = true }, new("body", "The body whose action it is.") { Record = true }, new("officer", "Desk officer, as written."),
            new("sort", "By title; without it the next to fall due first.") { Choices = [new("due", "Due"), new("title", "Title")] },
        ],
        CorrespondenceKind.Name =>
        [
            new("direction", "Which way it went.") { Choices = CorrespondenceKind.Directions }, Kind(CorrespondenceKind.Sorts),
            new("reply", "Those that wait for a reply still: ours, theirs, or any that is overdue.") { Choices = [new("ours", "We owe a reply"), new("theirs", "They owe a reply"), new("overdue", "Reply overdue")] },
            new("with", "A record that it is about, that wrote it or gets it.") { Record = true }, new("officer", "Desk officer, as written."), new("year", "Year of its day."),
            new("sort", "By the day on which a reply is due, the earliest first; without it by day, the latest first. Letters that ask for no reply are left out.") { Choices = [new("day", "Day"), new("due", "Reply due"), new("title", "Subject")] },
        ],
        SourceKind.Name => [Kind(SourceKind.Sorts), new("outlet", "Outlet, as written."), new("type", "Media type of the file."), new("sort", "By title; without it the newest first.") { Choices = [new("title", "Title")] }],
        _ => [],
    };

    private static Parameter Country => new("country", "ISO 3166-1 alpha-2; of agreements that of a partner.") { Choices = [.. Countries.All.Select(c => new Choice(c.Code, c.Name))] };

    private static Parameter Kind(ImmutableArray<Choice> sorts) => new("kind", "What kind it is.") { Choices = sorts };
}
