using System.Collections.Immutable;
using Concordat.Reading.Evidence;
using Concordat.Reading.Gazetteer;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Meetings;
using Concordat.Reading.Rules.Opportunities;

namespace Concordat.Reading.Rules;

/// <summary>Turns what was read into findings with keys.</summary>
internal sealed class Assembly(Page page, Register register, PeopleList people, InstrumentList instruments, MeetingList meetings, List<Opportunity> opportunities)
{
    private readonly SortedDictionary<string, (Country State, int From, int To, string Rule)> _states = new(StringComparer.Ordinal);

    public Findings Make()
    {
        CountActs();
        var taking = Participation.Of(page, register);
        var organisations = register.All.Where(o => o.Forms.Count > 0).OrderBy(o => o.First).ToList();
        for (var i = 0; i < organisations.Count; i++) organisations[i].Key = $"o{i + 1}";
        for (var i = 0; i < people.All.Count; i++) people.All[i].Key = $"p{i + 1}";
        for (var i = 0; i < instruments.All.Count; i++) instruments.All[i].Key = $"i{i + 1}";
        for (var i = 0; i < meetings.All.Count; i++) meetings.All[i].Key = $"m{i + 1}";
        var findings = new Findings
        {
            Published = page.Published, Headline = PageFacts.Headline(page), Relays = PageFacts.Relays(page),
            People = [.. people.All.Select(Person)], Instruments = [.. instruments.All.Select(Instrument)], Meetings = [.. meetings.All.Select(Meeting)],
            Opportunities = [.. opportunities.Select((o, i) => Opportunity(o, i + 1))],
        };
        return findings with { Organisations = [.. organisations.Select(o => Organisation(o, taking.Contains(o))), .. _states.Values.Select(State)] };
    }

    private void CountActs()
    {
        foreach (var instrument in instruments.All) foreach (var party in instrument.Parties) Act(party.Organisation);
        foreach (var meeting in meetings.All) { Act(meeting.Host?.Of); foreach (var side in meeting.Sides) Act(side.Organisation); }
        foreach (var opportunity in opportunities) foreach (var party in opportunity.Between) Act(party.Organisation);
    }

    private static void Act(Organisation? organisation)
    {
        if (organisation is not null) organisation.Acts++;
    }

    private OrganisationFinding Organisation(Organisation o, bool takesPart)
    {
        var name = ShortForms.Longest(o);
        var own = page.Words(name.From, name.To, o.Rule);
        return new()
        {
            Key = o.Key, Name = own, Kind = page.Find(o.Kind, o.KindPlace.From, o.KindPlace.To, o.KindRule), Country = o.Country, TakesPart = takesPart,
            Aliases = [.. o.Forms.Where(f => f.Key != own.Value && (o.Acronym is not { } a || f.Key != page.Quote(a.From, a.To))).Select(f => page.Words(f.Value.From, f.Value.To, "organisation.other-form"))],
            Acronym = o.Acronym is { } letters && page.Quote(letters.From, letters.To) != own.Value ? page.Words(letters.From, letters.To, "organisation.acronym") : null,
            Parent = o.Parent is { Key.Length: > 0 } parent ? page.Find(parent.Key, o.ParentPlace.From, o.ParentPlace.To, "organisation.parent") : null,
        };
    }

    private OrganisationFinding State((Country State, int From, int To, string Rule) s) => new()
    {
        Key = StateKey(s.State), Name = s.State.IsUnion ? page.Words(s.From, s.To, "union.name") : page.Find(s.State.Name, s.From, s.To, "state.name"), Kind = page.Find(s.State.IsUnion ? "body" : "state", s.From, s.To, "state.name"),
        Country = s.State.IsUnion ? null : page.Find(s.State.Code, s.From, s.To, "state.name"),
    };

    private PersonFinding Person(Person p) => new()
    {
        Key = p.Key, Name = page.Words(p.Name.From, p.Name.To, p.Rule),
        Honorific = p.Honorific is { } h ? page.Words(h.From, h.To, "person.honorific") : null,
        Role = p.Role is { } r ? page.Words(r.From, r.To, p.RoleRule) : null,
        Organisation = p.Organisation is { Key.Length: > 0 } o ? page.Find(o.Key, p.OrganisationPlace.From, p.OrganisationPlace.To, p.OrganisationRule)
            : p.State is { IsUnion: true } union ? page.Find(Use(new(null, union, p.StatePlace.From, p.StatePlace.To, "person.union")), p.StatePlace.From, p.StatePlace.To, "person.union") : null,
    };

    private InstrumentFinding Instrument(Instrument i) => new()
    {
        Key = i.Key, Kind = page.Find(i.Kind, i.KindPlace.From, i.KindPlace.To, i.KindRule), Event = page.Find(i.Event!, i.EventPlace.From, i.EventPlace.To, i.EventRule),
        Title = i.Title is { } t ? page.Words(t.From, t.To, "instrument.title") : null, Parties = [.. i.Parties.Select(Reference)],
        Date = i.Date, RivalDates = [.. i.RivalDates], Ends = i.Ends, Signatories = [.. i.Signatories.Select(Signer)], Place = i.Place, Subject = i.Subject, Under = i.Under,
        Meeting = i.Meeting is { Key.Length: > 0 } m ? page.Find(m.Key, m.Place.From, m.Place.To, "instrument.meeting") : null,
    };

    private MeetingFinding Meeting(Meeting m) => new()
    {
        Key = m.Key, Kind = page.Find(m.Kind, m.Place.From, m.Place.To, m.KindRule), Body = m.Body is { } b ? page.Words(b.From, b.To, "meeting.body") : null,
        Ordinal = m.Ordinal is { } o ? page.Find(o.Number, o.From, o.To, "meeting.ordinal") : null,
        Dates = m.Dates.Count > 0 ? m.Dates[0] : null, RivalDates = [.. m.Dates.Skip(1).Select(d => d with { Rule = $"{d.Rule}.rival" })], Place = m.Town,
        Host = m.Host is { } host ? page.Find(host.Of.Key, host.From, host.To, "meeting.host") : null, Sides = [.. m.Sides.Select(Reference)],
        CoChairs = [.. m.CoChairs.Select(Signer)], Topics = [.. m.Topics], Outcomes = [.. m.Outcomes],
        GuidedBy = [.. m.GuidedBy.Where(g => g.Key.Length > 0).Select(g => page.Find(g.Key, g.KindPlace.From, g.KindPlace.To, "meeting.guided-by"))],
    };

    private OpportunityFinding Opportunity(Opportunity o, int number) => new()
    {
        Key = $"x{number}", Text = page.Words(o.From, o.To, o.Rule), Between = [.. o.Between.Select(Reference)], Initiative = o.Initiative,
        Meeting = o.Meeting is { Key.Length: > 0 } m ? page.Find(m.Key, m.Place.From, m.Place.To, "opportunity.meeting") : null,
    };

    private Finding<string> Signer(Signer s) => page.Find(s.Person.Key, s.From, s.To, s.Rule);
    private Finding<string> Reference(Party p) => page.Find(p.Organisation?.Key ?? Use(p), p.From, p.To, p.Rule);

    private string Use(Party p)
    {
        var named = p.State!.IsUnion && page.T[p.From].Low.Contains('-') ? page.Mentions.Find(m => m is StateMention { Country.IsUnion: true }) : null;
        _states.TryAdd(p.State.Code, (p.State, named?.From ?? p.From, named?.To ?? p.To, p.Rule));
        return StateKey(p.State);
    }

    private static string StateKey(Country state) => $"s-{state.Code}";
}

/// <summary>What the page itself says: its headline and whom it relays.</summary>
internal static class PageFacts
{
    public static Finding<string>? Headline(Page page)
    {
        foreach (var block in page.Blocks.Take(6)) if (block.Kind is Segments.BlockKind.Headline) return page.Words(block.From, Math.Min(block.To, block.From + 60), "headline");
        return null;
    }

    /// <summary>"(ANI)", "a statement by the Ministry of Defence", "the press release".</summary>
    public static ImmutableArray<Finding<string>> Relays(Page page)
    {
        var relays = ImmutableArray.CreateBuilder<Finding<string>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 < page.T.Count && relays.Count < 12; i++)
        {
            Finding<string>? found = null;
            if (page.T[i].Is('(') && page.T[i + 2].Is(')') && page.Low(i + 1) is "ani" or "pti" or "ians" or "afp" or "reuters" or "ap" or "xinhua" or "kuna" or "yonhap" or "bernama" or "antara" or "tass" or "uni" or "dpa" or "efe" or "ansa" or "wam" or "spa" or "anadolu" or "aa" or "kyodo") found = page.Words(i + 1, i + 2, "relay.agency");
            else if (page.Low(i) is "statement" or "release" && page.Low(i + 1) is "by" or "from" or "of" && page.Mention(page.Low(i + 2) is "the" ? i + 3 : i + 2) is OrganisationMention by) found = page.Words(by.From, by.To, "relay.statement");
            else if (page.Low(i) is "press" && page.Low(i + 1) is "release" or "statement") found = page.Words(i, i + 2, "relay.press-release");
            if (found is not null && seen.Add(found.Value)) relays.Add(found);
        }
        return relays.ToImmutable();
    }
}
