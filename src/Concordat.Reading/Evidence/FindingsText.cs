using Concordat.Reading.Wordings.Output;

namespace Concordat.Reading.Evidence;

/// <summary>Findings as a listing for a terminal: what was found, the words that say it under each value, the rule at the right.</summary>
public static class FindingsText
{
    private const int RuleColumn = 78;

    /// <summary>Writes one text's findings. Plain characters only; rivals are marked with "or".</summary>
    public static void Print(Findings findings, string text, TextWriter to)
    {
        var names = Names(findings);
        if (findings.Headline is { } headline) to.WriteLine(headline.Value);
        if (findings.Published is { } day) Value(to, "published", day.Value, day, text);
        foreach (var relay in findings.Relays) Value(to, "relays", relay.Value, relay, text);
        if (findings.Wording is { } wording) WordingText.Print(wording, to);
        foreach (var i in findings.Instruments) Instrument(to, i, names, text);
        foreach (var m in findings.Meetings) Meeting(to, m, names, text);
        foreach (var o in findings.Opportunities) Opportunity(to, o, names, text);
        foreach (var o in findings.Organisations.Where(o => o.Kind.Value is not "state")) Organisation(to, o, names, text);
        foreach (var p in findings.People) Person(to, p, names, text);
        to.WriteLine();
        to.WriteLine(Count(findings));
    }

    private static string Count(Findings f) =>
        $"{f.Instruments.Length} instruments, {f.Meetings.Length} meetings, {f.Opportunities.Length} opportunities, {f.Organisations.Count(o => o.Kind.Value is not "state")} organisations, {f.People.Length} people";

    private static Dictionary<string, string> Names(Findings f)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var o in f.Organisations) names[o.Key] = o.Name.Value;
        foreach (var p in f.People) names[p.Key] = p.Name.Value;
        foreach (var i in f.Instruments) names[i.Key] = i.Title?.Value ?? i.Kind.Value;
        foreach (var m in f.Meetings) names[m.Key] = m.Body?.Value ?? m.Kind.Value;
        return names;
    }

    private static void Instrument(TextWriter to, InstrumentFinding i, Dictionary<string, string> names, string text)
    {
        Title(to, "INSTRUMENT", $"{i.Title?.Value ?? i.Kind.Value}, {i.Event.Value}");
        Value(to, "kind", i.Kind.Value, i.Kind, text);
        Value(to, "event", i.Event.Value, i.Event, text);
        if (i.Title is { } title) Value(to, "title", title.Value, title, text);
        foreach (var party in i.Parties) Value(to, "party", names[party.Value], party, text);
        Dates(to, i.Date, i.RivalDates, text);
        if (i.Ends is { } ends) Value(to, "ends", ends.Value, ends, text);
        foreach (var signer in i.Signatories) Value(to, "signed by", names[signer.Value], signer, text);
        if (i.Place is { } place) Value(to, "place", place.Value, place, text);
        if (i.Subject is { } subject) Value(to, "subject", subject.Value, subject, text);
        if (i.Under is { } under) Value(to, "under", under.Value, under, text);
        if (i.Meeting is { } meeting) Value(to, "signed at", names[meeting.Value], meeting, text);
    }

    private static void Meeting(TextWriter to, MeetingFinding m, Dictionary<string, string> names, string text)
    {
        Title(to, "MEETING", $"{(m.Ordinal is { } n ? $"no. {n.Value}, " : "")}{m.Body?.Value ?? m.Kind.Value}");
        Value(to, "kind", m.Kind.Value, m.Kind, text);
        if (m.Ordinal is { } ordinal) Value(to, "number", $"{ordinal.Value}", ordinal, text);
        Dates(to, m.Dates, m.RivalDates, text);
        if (m.Place is { } place) Value(to, "place", place.Value, place, text);
        if (m.Host is { } host) Value(to, "host", names[host.Value], host, text);
        foreach (var side in m.Sides) Value(to, "side", names[side.Value], side, text);
        foreach (var chair in m.CoChairs) Value(to, "chair", names[chair.Value], chair, text);
        foreach (var topic in m.Topics) Value(to, "topic", topic.Value, topic, text);
        foreach (var outcome in m.Outcomes) Value(to, "outcome", outcome.Value, outcome, text);
        foreach (var guide in m.GuidedBy) Value(to, "guided by", names[guide.Value], guide, text);
    }

    private static void Opportunity(TextWriter to, OpportunityFinding o, Dictionary<string, string> names, string text)
    {
        Title(to, "OPPORTUNITY", string.Join(" and ", o.Between.Select(b => names[b.Value])));
        Value(to, "text", o.Text.Value, o.Text, text);
        foreach (var side in o.Between) Value(to, "between", names[side.Value], side, text);
        if (o.Initiative is { } initiative) Value(to, "initiative", initiative.Value, initiative, text);
        if (o.Meeting is { } meeting) Value(to, "raised at", names[meeting.Value], meeting, text);
    }

    private static void Organisation(TextWriter to, OrganisationFinding o, Dictionary<string, string> names, string text)
    {
        Title(to, "ORGANISATION", o.TakesPart ? o.Name.Value : $"{o.Name.Value} (only named)");
        Value(to, "name", o.Name.Value, o.Name, text);
        foreach (var alias in o.Aliases) Value(to, "also", alias.Value, alias, text);
        if (o.Acronym is { } acronym) Value(to, "acronym", acronym.Value, acronym, text);
        Value(to, "kind", o.Kind.Value, o.Kind, text);
        if (o.Country is { } country) Value(to, "country", country.Value, country, text);
        if (o.Parent is { } parent) Value(to, "part of", names[parent.Value], parent, text);
    }

    private static void Person(TextWriter to, PersonFinding p, Dictionary<string, string> names, string text)
    {
        Title(to, "PERSON", p.Name.Value);
        Value(to, "name", p.Name.Value, p.Name, text);
        if (p.Honorific is { } honorific) Value(to, "honorific", honorific.Value, honorific, text);
        if (p.Role is { } role) Value(to, "role", role.Value, role, text);
        if (p.Organisation is { } organisation) Value(to, "of", names[organisation.Value], organisation, text);
    }

    private static void Title(TextWriter to, string kind, string what)
    {
        to.WriteLine();
        to.WriteLine($"{kind,-13} {One(what, 100)}");
    }

    private static void Dates(TextWriter to, Finding<string>? date, IEnumerable<Finding<string>> rivals, string text)
    {
        if (date is not null) Value(to, "date", date.Value, date, text);
        foreach (var rival in rivals) Value(to, "or", $"{rival.Value}  (the text says this too)", rival, text);
    }

    private static void Value<T>(TextWriter to, string label, string value, Finding<T> finding, string text)
    {
        var line = $"  {label,-11} {One(value, 200)}";
        to.WriteLine($"{line.PadRight(RuleColumn)}  {finding.Rule}");
        var quote = One(finding.Evidence.Of(text), 150);
        if (quote != value) to.WriteLine($"              \"{quote}\"");
    }

    /// <summary>On one line, control characters out, cut with an ellipsis.</summary>
    private static string One(string words, int most)
    {
        var flat = string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c));
        return flat.Length <= most ? flat : string.Concat(flat.AsSpan(0, most - 1), "…");
    }
}
