using Concordat.Agreements;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

internal static class ProposeAgreements
{
    public static IEnumerable<Proposal> From(Findings findings) => findings.Instruments.Select(i => One(i, findings));

    private static Proposal One(InstrumentFinding found, Findings findings)
    {
        var lines = new Lines(AgreementKind.Kind);
        var title = found.Title is { } named ? Sentence(named.Value) : Compose(found, findings);
        if (found.Title is { } read) lines.Add("title", title, Evidence.Of(read));
        else lines.Compose("title", title);
        lines.Add("agreementSort", found.Kind);
        foreach (var party in found.Parties) lines.Add("parties", party.Value, "organisation", party);
        lines.Add("subject", found.Subject);
        if (IsSigning(found)) lines.Add("signed", found.Date, found.RivalDates);
        lines.Add("ends", found.Ends);
        lines.Add("place", found.Place);
        if (!IsSigning(found)) Happened(lines, found);
        foreach (var person in found.Signatories) lines.Add("signatures", person.Value, "person", person);
        if (Parent(found, findings) is { } parent) lines.Add("under", parent, Evidence.Of(found.Under!));
        return new() { Key = found.Key, Kind = AgreementKind.Name, Title = title, Values = lines.All, Evidence = Evidence.Of(found.Event) };
    }

    private static bool IsSigning(InstrumentFinding found) => found.Event.Value is "signed" or "background-mention";

    private static void Happened(Lines lines, InstrumentFinding found)
    {
        lines.Add("events", "0", "sort", found.Event);
        if (found.Date is { } date) lines.Add("events", "0", "on", date.Value, Evidence.Of(date));
    }

    private static string? Parent(InstrumentFinding found, Findings findings) => found.Under is not { } under ? null
        : findings.Instruments.FirstOrDefault(i => i.Key != found.Key && i.Title is { } title
            && Names.Likeness.OfNames(title.Value, under.Value) >= 0.6)?.Key;

    private static string Compose(InstrumentFinding found, Findings findings)
    {
        var names = found.Parties.Select(p => findings.Organisations.FirstOrDefault(o => o.Key == p.Value)).OfType<OrganisationFinding>().Select(o => o.Acronym?.Value ?? o.Name.Value).ToList();
        var meeting = findings.Meetings.FirstOrDefault(m => m.Key == found.Meeting?.Value);
        return names.Count > 0 || meeting is null ? Compose(found.Kind.Value, names) : $"{Sort(found.Kind.Value)} signed at the {ProposeMeetings.Title(meeting)}";
    }

    private static string Sort(string? kind) => AgreementKind.Sorts.FirstOrDefault(s => s.Value == kind)?.Label ?? "Agreement";

    /// <summary>The title of an agreement that has none of its own.</summary>
    internal static string Compose(string? kind, IReadOnlyCollection<string> parties) => parties.Count > 0 ? $"{Sort(kind)}, {string.Join(" – ", parties)}" : $"{Sort(kind)} without title or parties stated";

    internal static string Sentence(string words) => words.Length > 0 && char.IsLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
}
