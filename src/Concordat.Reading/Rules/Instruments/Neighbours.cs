using Concordat.Reading.Names;
using Concordat.Reading.Rules.Meetings;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Parties that another sentence names: "A will run a laboratory with B. A memorandum to that effect was signed", "The group was created by the MoU of 2023".</summary>
internal static class Neighbours
{
    public static void Read(Page page, InstrumentList list, MeetingList meetings)
    {
        foreach (var i in list.All)
        {
            if (i.Parties.Count < 2 && i.IsNow && ToThatEnd(page, i) is { } s && s.Index > 0 && page.Sentences[s.Index - 1] is { Kind: BlockKind.Paragraph } before)
            {
                var named = Named(page, before, states: true);
                if (named.Count is 2 or 3) { i.Parties.Clear(); i.Parties.AddRange(named); continue; }
            }
            if (i.Parties.Count > 1 || i.EventPlace.To <= i.EventPlace.From || i.Event is null) continue;
            if (i is { IsBackground: true, Parties: [{ Rule: "instrument.party.with" }] }) Speaker(page, i);
            if (i.IsBackground && !list.All.Exists(n => n is { IsNow: true, Parties.Count: > 1 } && n.Kind == i.Kind && (n.Event is not "signed" || i.Title is null))) Sides(i, meetings);
            else if (i.Meeting is null && (i.IsNow || i.Parties.Count > 0)) Before(page, i);
        }
    }

    /// <summary>An older instrument of nobody, in a text that names two organisations only.</summary>
    public static void OnlyTwo(Page page, InstrumentList list)
    {
        if (!list.All.Exists(i => i is { IsBackground: true, DateIsStated: true, Parties.Count: 0, IsContext: false })) return;
        var named = new List<Party>();
        foreach (var mention in page.Mentions)
        {
            if (mention is not OrganisationMention { Of: { IsSubunit: false } of } place) continue;
            var party = new Party(of, null, place.From, place.To, "instrument.party.only-two");
            if (!named.Exists(n => n.Same(party))) named.Add(party);
            if (named.Count > 2) return;
        }
        if (named.Count < 2) return;
        foreach (var old in list.All) if (old is { IsBackground: true, DateIsStated: true, Parties.Count: 0, IsContext: false }) old.Parties.AddRange(named);
    }

    /// <summary>The sentence of the act where it says "to that end", "to this effect".</summary>
    private static Sentence? ToThatEnd(Page page, Instrument i)
    {
        if (page.SentenceAt(i.EventPlace.From) is not { Index: var at }) return null;
        for (var k = page.Sentences[at].From; k < page.Sentences[at].To; k++) if (page.Low(k) is "end" or "effect" && page.Low(k - 1) is "this" or "that" && page.Low(k - 2) is "to") return page.Sentences[at];
        return null;
    }

    /// <summary>"The registrar of A said that the agreement with B, signed in 2019, stays in force": the house of the one who speaks.</summary>
    private static void Speaker(Page page, Instrument i)
    {
        if (page.SentenceAt(i.EventPlace.From) is not { } s) return;
        var others = Named(page, s, states: false).FindAll(n => !n.Same(i.Parties[0]));
        foreach (var mention in page.In(s.From, s.To)) if (mention is PersonMention { Of: { Organisation: { IsSubunit: false } house } of } && !i.Parties[0].Same(new(house, null, 0, 0, "")) && !others.Exists(o => o.Organisation == house)) others.Add(new(house, null, of.OrganisationPlace.From, of.OrganisationPlace.To, ""));
        if (others.Count == 1) i.AddParty(others[0] with { Rule = "instrument.party.speaker" });
    }

    /// <summary>What a meeting rests on is between its sides.</summary>
    private static void Sides(Instrument i, MeetingList meetings)
    {
        if (meetings.All.Find(m => m.Sides.Count == 2 && (i.DateIsStated && i.EventRule.StartsWith("instrument.event.past", StringComparison.Ordinal) || m.Sides.TrueForAll(s => s.State is not null))) is not { } meeting || !i.Parties.TrueForAll(p => meeting.Sides.Exists(s => s.Same(p)))) return;
        foreach (var side in meeting.Sides) i.AddParty(side with { Rule = "instrument.party.sides-of-meeting" });
    }

    /// <summary>The two that its own sentence or one of the two before it names, where there are only two.</summary>
    private static void Before(Page page, Instrument i)
    {
        var at = page.SentenceAt(i.EventPlace.From)?.Index ?? -1;
        for (var k = at; k >= 0 && k > at - 3; k--)
        {
            var s = page.Sentences[k];
            if (s.Kind is not BlockKind.Paragraph) continue;
            var named = Named(page, s, states: false);
            if (named.Count > 2 && Rectors(page, page.Sentences[at])) named = named.FindAll(n => n.Organisation is { Kind: "university" });
            if (named.Count < 2) continue;
            if (named.Count > 2 || !i.Parties.TrueForAll(p => named.Exists(n => n.Same(p)))) return;
            foreach (var party in named) i.AddParty(party);
            return;
        }
    }

    /// <summary>"the two vice-chancellors": those who stand for universities.</summary>
    private static bool Rectors(Page page, Sentence s)
    {
        for (var k = s.From; k < s.To; k++) if (page.Low(k) is "vice-chancellors" or "rectors" or "chancellors" or "universities" && page.Low(k - 1) is "two" or "both") return true;
        return false;
    }

    private static List<Party> Named(Page page, Sentence s, bool states)
    {
        var named = new List<Party>();
        foreach (var actor in Clauses.Actors(page, s.From, s.To))
        {
            var party = actor switch
            {
                OrganisationMention { Of: { IsSubunit: false } of } mention => new Party(of, null, mention.From, mention.To, "instrument.party.sentence-before"),
                StateMention { IsAdjective: false } state when states => new Party(null, state.Country, state.From, state.To, "instrument.party.sentence-before"),
                _ => default,
            };
            if (party == default) continue;
            if (!named.Exists(n => n.Same(party))) named.Add(party);
        }
        return named;
    }
}
