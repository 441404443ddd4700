using Concordat.Agreements;
using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Intake;

/// <summary>Scores whether an agreement of a text is one of the register. Parties must have been recognised before.</summary>
/// <remarks>
/// "Same parties": all those read and all those held are the same. A kind "other" agrees with every kind. Titles count where the text states one.
/// <list type="table">
/// <item>Days of signature meet: 0.97 same parties and kind; 0.92 title alike; 0.7 a common party; 0.6 same parties, other kind</item>
/// <item>Days within a month of each other: 0.9 same parties and kind (reports that contradict each other); 0.6 otherwise</item>
/// <item>Days further apart: 0.45 same parties and kind — another agreement of theirs; 0.7 with the same title within a year</item>
/// <item>A renewal, extension, termination or mention, whose day says nothing of the signature: 0.9 same parties and kind; 0.92 a common party and title alike; 0.88 same title, no party stated; 0.6 same parties, other kind, or a common party</item>
/// <item>A signing where one side has no day: 0.86 same parties and kind; 0.95 with title alike; 0.6 a common party</item>
/// <item>Subjects that share few words: at most 0.7. An event before the held signature, or after a held termination: at most 0.5</item>
/// </list>
/// Where several records score so, none is suggested (see <see cref="FindCandidates"/>).
/// </remarks>
internal static class RecogniseAgreement
{
    private const double TitleAlike = 0.6, TitleSame = 0.9, OtherSubject = 0.2;
    private const long Month = 31, Year = 366, Bounded = 400;

    public static (double Score, string Why) Score(Read read, Document document)
    {
        var it = document.As<Agreement>();
        var alike = Compare(read, it);
        var (score, why) = alike.Days switch
        {
            Days.Meet => Meeting(alike),
            Days.Near => (alike is { SameParties: true, Kind: not false } ? 0.9 : alike.CommonParty || alike.Title >= TitleAlike ? 0.6 : 0, "signed within the same month"),
            Days.Apart => (alike is { SameParties: true, Kind: not false, Title: >= TitleSame } && alike.Gap <= Year ? 0.7 : alike is { SameParties: true, Kind: not false } || alike.Title >= TitleSame ? 0.45 : 0, "but signed on another day"),
            _ => Undated(alike, read.Has("events") || !IsSigning(read)),
        };
        if (score == 0) return (0, "");
        if (alike.Subject is < OtherSubject && alike.Title < TitleAlike) (score, why) = (Math.Min(0.7, score), "but another subject");
        if (read.Has("events") && Impossible(read, it)) (score, why) = (Math.Min(0.5, score), "but the dates do not fit");
        return (score, Read.Why((alike.SameParties, "same parties"), (!alike.SameParties && alike.CommonParty, "a common party"), (alike.Title >= TitleAlike, "title fits"), (alike.Kind == true, "same kind"), (why.Length > 0, why)));
    }

    private static (double, string) Meeting(Compared alike) => (alike switch
    {
        { SameParties: true, Kind: not false } => 0.97,
        { Title: >= TitleAlike, Kind: not false } => 0.92,
        { SameParties: true } => 0.6,
        { CommonParty: true, Kind: not false } => 0.7,
        _ => 0,
    }, "same day of signature");

    private static (double, string) Undated(Compared alike, bool later) => (alike switch
    {
        { SameParties: true, Kind: not false, Title: >= TitleAlike } => 0.95,
        { SameParties: true, Kind: not false } => later ? 0.9 : 0.86,
        { CommonParty: true, Title: >= 0.8, Kind: not false } => 0.92,
        { NoParties: true, Title: >= TitleSame, Kind: not false } => 0.88,
        { SameParties: true } or { CommonParty: true, Kind: not false } => 0.6,
        { Title: >= 0.75 } => 0.6,
        _ => 0,
    }, "");

    private enum Days { Unknown, Meet, Near, Apart }

    private sealed record Compared(bool SameParties, bool CommonParty, bool NoParties, double Title, bool? Kind, double? Subject, Days Days, long Gap);

    private static Compared Compare(Read read, Agreement it)
    {
        var parties = read.SameOf("parties", "organisation");
        var held = it.Parties.Select(p => p.Organisation).ToHashSet();
        var common = parties.OfType<Guid>().Distinct().Count(held.Contains);
        var titled = read.Proposal.Values.Any(v => v is { Key: "title", Evidence: not null });
        var (days, gap) = Between(read.Text("signed"), it.Signed);
        return new(
            parties.Count > 0 && !parties.Contains(null) && common == held.Count && common == parties.Distinct().Count(), common > 0, parties.Count == 0,
            titled ? Likeness.OfNames(read.Proposal.Title, it.Title) : 0,
            read.Text("agreementSort") is not (null or "other") and { } sort && it.AgreementSort is not (null or "other") ? sort == it.AgreementSort : null,
            read.Text("subject") is { } subject && it.Subject is not null ? Likeness.OfNames(subject, it.Subject) : null, days, gap);
    }

    private static (Days, long) Between(string? read, string? held)
    {
        if (!When.TryParse(read, out var a) || !When.TryParse(held, out var b)) return (Days.Unknown, 0);
        var gap = Math.Max(a.Lo - b.Hi, b.Lo - a.Hi);
        // "On or before" meets every earlier day: that tells nothing.
        if (gap <= 0) return a.Hi - a.Lo > Bounded || b.Hi - b.Lo > Bounded ? (Days.Unknown, 0) : (Days.Meet, 0);
        return (gap <= Month ? Days.Near : Days.Apart, gap);
    }

    // A signing is read as a date of signature or none; a mention says so itself.
    private static bool IsSigning(Read read) => read.Proposal.Evidence.Rule.Contains("sign", StringComparison.Ordinal) || read.Text("signed") is not null;

    private static bool Impossible(Read read, Agreement it)
    {
        if (!When.TryParse(read.Items("events", "on").FirstOrDefault(), out var on)) return false;
        var gone = it.Events.Where(e => e.Sort == "terminated").Select(e => When.TryParse(e.On, out var end) ? end.Hi : (long?)null).FirstOrDefault(e => e is not null);
        return (When.TryParse(it.Signed, out var signed) && on.Hi < signed.Lo) || (gone is { } last && last + Year < on.Lo && !read.Items("events", "sort").Contains("terminated"));
    }
}
