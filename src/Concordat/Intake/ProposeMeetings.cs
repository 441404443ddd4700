using System.Collections.Immutable;
using Concordat.Meetings;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

internal static class ProposeMeetings
{
    public static IEnumerable<Proposal> From(Findings findings, ImmutableArray<Proposal> bodies) => findings.Meetings.Select(m => One(m, findings, bodies));

    /// <summary>"24th Joint Technical Group plenary".</summary>
    public static string Title(MeetingFinding found)
    {
        var sort = MeetingKind.Sorts.FirstOrDefault(s => s.Value == found.Kind.Value)?.Label.ToLowerInvariant() ?? "meeting";
        var name = found.Body?.Value is { } body ? $"{body} {(found.Kind.Value is "plenary" ? "plenary" : "meeting")}" : sort == "other" ? "meeting" : sort;
        return ProposeAgreements.Sentence(found.Ordinal is { } number ? $"{Ordinal(number.Value)} {name}" : name);
    }

    private static Proposal One(MeetingFinding found, Findings findings, ImmutableArray<Proposal> bodies)
    {
        var lines = new Lines(MeetingKind.Kind);
        lines.Compose("title", Title(found));
        if (ProposeBodies.KeyOf(found, bodies) is { } body) lines.Add("body", body, Evidence.Of(found.Body!));
        if (found.Ordinal is { } number) lines.Add("number", number.Value.ToString(), Evidence.Of(number));
        lines.Add("meetingSort", found.Kind);
        lines.Add("dates", found.Dates, found.RivalDates);
        lines.Add("place", found.Place);
        lines.Add("host", found.Host);
        foreach (var chair in found.CoChairs) Chair(lines, chair, findings);
        foreach (var guide in found.GuidedBy) lines.Add("guidedBy", guide.Value, "target", guide);
        for (var i = 0; i < found.Topics.Length; i++) lines.Add("topics", $"{i}", "text", found.Topics[i]);
        for (var i = 0; i < found.Outcomes.Length; i++) Outcome(lines, i, found, findings);
        foreach (var opportunity in findings.Opportunities.Where(o => o.Meeting is null || o.Meeting.Value == found.Key)) Raise(lines, opportunity);
        return new() { Key = found.Key, Kind = MeetingKind.Name, Title = Title(found), Values = lines.All, Evidence = Evidence.Of(found.Kind) };
    }

    private static void Chair(Lines lines, Finding<string> chair, Findings findings)
    {
        lines.Add("chairs", chair.Value, "person", chair);
        var person = findings.People.FirstOrDefault(p => p.Key == chair.Value);
        lines.Add("chairs", chair.Value, "role", person?.Role);
        lines.Add("chairs", chair.Value, "organisation", person?.Organisation);
    }

    private static void Outcome(Lines lines, int at, MeetingFinding found, Findings findings)
    {
        var outcome = found.Outcomes[at];
        lines.Add("outcomes", $"{at}", "text", outcome);
        var signed = findings.Instruments.FirstOrDefault(i => i.Meeting?.Value == found.Key && i.Event.Evidence.Start < outcome.Evidence.End && outcome.Evidence.Start < i.Event.Evidence.End);
        if (signed is not null) lines.Add("outcomes", $"{at}", "agreement", signed.Key, Evidence.Of(outcome));
    }

    private static void Raise(Lines lines, OpportunityFinding found)
    {
        lines.Add("opportunities", found.Key, "text", found.Text);
        if (found.Between.Length > 0) lines.Add("opportunities", found.Key, "organisation", found.Between[0]);
        if (found.Between.Length > 1) lines.Add("opportunities", found.Key, "partner", found.Between[1]);
        lines.Add("opportunities", found.Key, "initiative", found.Initiative);
    }

    private static string Ordinal(int number) => number + ((number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
}
