using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Who signs: the subject of an active verb, the "by" of a passive one, "through" and "on behalf of".</summary>
internal static class Doers
{
    public static void Read(Page page, Register register, Instrument draft, InstrumentMention? m, Trigger trigger, Sentence s)
    {
        var papersOnly = page.Low(trigger.At) is "exchanged" || page.Low(trigger.At) is "formalised" or "formalized" && m is null or { IsAnaphor: true };
        if (trigger.IsPassive) Passive(page, register, draft, trigger, s, papersOnly);
        else if (!Verbs.IsNominal(page.Low(trigger.At)))
        {
            if (m is not null && trigger.At < m.From) PartyLists.MarkSubjects(page, register, Clauses.Start(page, trigger.At, s), trigger.At);
            Active(page, draft, m, trigger, s, papersOnly);
        }
        if (draft.Parties.Count < 2 && trigger.At <= s.From + 1 && page.Low(trigger.At).EndsWith("ing", StringComparison.Ordinal)) Companions.Opening(page, draft, trigger.At, s);
        Companions.Together(page, draft, trigger, s);
    }

    private static void Active(Page page, Instrument draft, InstrumentMention? m, Trigger trigger, Sentence s, bool papersOnly)
    {
        var start = Clauses.Start(page, trigger.At, s);
        if (m is not null && m.To <= trigger.At) start = Math.Max(start, m.To);
        var people = new List<PersonMention>();
        var others = new List<Mention>();
        foreach (var actor in Clauses.Actors(page, start, trigger.At))
        {
            if (Witness(page, actor.From, start)) continue;
            if (actor is PersonMention person) people.Add(person); else if (!For(page, actor, start)) others.Add(actor);
        }
        if (!papersOnly && trigger.Event is "signed") Implied.He(page, draft, start, trigger.At, s);
        if (people.Count > 0 && (others.Count == 0 || people[0].From < others[0].From || SubjectIsPerson(page, people, trigger.At)))
        {
            if (!papersOnly && (trigger.Event is "signed" || Verbs.Event(page.Low(trigger.At)) is "signed") && !Verbs.IsNominal(page.Low(trigger.At))) foreach (var person in people) draft.AddSigner(person, "instrument.signatory.subject");
            foreach (var person in people) Side(draft, person);
            return;
        }
        if (others.Count > 0 && trigger.Event is "signed" && !papersOnly) foreach (var person in people) if (Through(page, person.From, start)) draft.AddSigner(person, "instrument.signatory.through");
        Promote(others, draft, m, trigger);
        foreach (var other in others) Party(draft, other, "instrument.party.subject");
        if (others.Count == 0 && people.Count == 0 && !Implied.Adjectives(page, draft, start, trigger.At)) Implied.It(page, draft, start, trigger.At, s);
        if (others.Count == 0 && people.Count == 0) Implied.They(page, draft, start, trigger.At, s);
        if (others.Count == 0 && !papersOnly && trigger.Event is "signed" or "renewed" or "extended") TheTwo.Read(page, draft, start, trigger.At);
    }

    /// <summary>"The School of Music and the College of Arts signed": a faculty that signs is a party.</summary>
    private static void Promote(List<Mention> others, Instrument draft, InstrumentMention? m, Trigger trigger)
    {
        if (m is null || trigger.Event is not ("signed" or "renewed" or "extended") || others.Count != 2 || draft.Parties.Count > 0) return;
        foreach (var other in others) if (other is OrganisationMention { Of: { IsSubunit: true } of }) of.IsSubunit = false;
    }

    /// <summary>"X, through its director Y, and Z, represented by W, signed".</summary>
    private static bool Through(Page page, int person, int from)
    {
        for (var k = person - 1; k >= from && k > person - 14; k--)
        {
            if (page.Low(k) is "through" || page.Low(k) is "by" && page.Low(k - 1) is "represented") return true;
            if (page.At[k] is PersonMention) return false;
        }
        return false;
    }

    /// <summary>"For the Navy, X put his name to it": whom somebody signs for, not who signs.</summary>
    private static bool For(Page page, Mention actor, int start)
    {
        var k = page.Low(actor.From - 1) is "the" ? actor.From - 2 : actor.From - 1;
        return (page.T[Math.Min(actor.To, page.T.Count - 1)].Is(',') || page.Mention(actor.To) is PersonMention || Gazetteer.Roles.SureHonorific.Contains(page.Low(actor.To))) && (page.Low(k) is "for" or "representing" && k == start || page.Low(k) is "of" && page.Low(k - 1) is "behalf");
    }

    /// <summary>The name nearest before the verb is a person's, with nothing but its role between.</summary>
    private static bool SubjectIsPerson(Page page, List<PersonMention> people, int verb)
    {
        var last = people[^1];
        var to = last.Of.Role is { } role && role.From > last.From && role.To <= verb ? Math.Max(role.To, last.Of.Organisation is null ? 0 : Math.Min(verb, last.Of.OrganisationPlace.To)) : last.To;
        return verb - to < 5 && people.Count > 1;
    }

    private static void Passive(Page page, Register register, Instrument draft, Trigger trigger, Sentence s, bool papersOnly)
    {
        var by = -1;
        for (var k = trigger.At + 1; k < s.To && k < trigger.At + 22 && by < 0; k++)
        {
            if (page.Low(k) is "by" && !DateExpressions.DateWords.IsMonth(page.Low(k + 1))) by = k + 1;
            else if (page.Low(k) is "of" && page.Low(k - 1) is "signatures" or "signature" or "those") by = k + 1;
            else if (page.Low(k) is "between" && page.Low(k - 1) is "talks" or "discussions" or "meeting" or "negotiations") return;
            else if (page.Low(k) is "between" or "among") { foreach (var party in PartyLists.Read(page, register, k + 1, s.To, "instrument.party.between").Parties) draft.AddParty(party); PeopleIn(page, draft, k + 1, Stop(page, k + 1, s), papersOnly); return; }
            else if (page.T[k].Is(';') || page.Low(k) is "presence" or "witnessed") return;
        }
        if (by < 0) return;
        var end = Announced(page, by, Stop(page, by, s));
        if (page.Low(by) is "the" && page.Low(by + 1) is "two" && !(page.T[Math.Min(by + 3, s.To - 1)].Is(',') && page.In(by + 4, Math.Min(end, by + 8)).Any())) end = Math.Min(end, by + 3);
        foreach (var actor in Clauses.Actors(page, by, end))
            if (actor is PersonMention person) { if (!papersOnly) draft.AddSigner(person, "instrument.signatory.by"); Side(draft, person); }
            else Party(draft, actor, "instrument.party.by");
        if (!papersOnly && trigger.Event is "signed" or "renewed" or "extended" && draft.Signatories.Count == 0) TheTwo.Read(page, draft, by, end);
        if (draft.Parties.Count == 0 && draft.Signatories.Count == 0) foreach (var party in PartyLists.Read(page, register, by, end, "instrument.party.by").Parties) draft.AddParty(party);
    }

    /// <summary>"signed by A and B, Minister X announced": X only tells of it.</summary>
    private static int Announced(Page page, int from, int to)
    {
        if (page.In(from, to).OfType<PersonMention>().LastOrDefault() is not { } teller || page.Low(teller.To) is not ("announced" or "said" or "says" or "told" or "wrote" or "confirmed" or "tweeted" or "posted")) return to;
        var start = teller.Of.Role is { } role && role.To <= teller.From && teller.From - role.To < 4 ? role.From : teller.Of.Honorific is { } h && h.To == teller.From ? h.From : teller.From;
        return start > from && page.T[start - 1].Is(',') ? start - 1 : to;
    }

    private static void PeopleIn(Page page, Instrument draft, int from, int to, bool papersOnly)
    {
        foreach (var actor in Clauses.Actors(page, from, to))
            if (actor is PersonMention person) { if (!papersOnly) draft.AddSigner(person, "instrument.signatory.between"); Side(draft, person); }
    }

    private static int Stop(Page page, int from, Sentence s)
    {
        for (var k = from; k < s.To; k++)
            if (page.T[k].Is(';') || page.Low(k) is "presence" or "witnessed" or "that" or "which" or "while" || page.Low(k) is "to" && page.At[k] is null && page.T[Math.Min(k + 1, s.To - 1)].Shape is Shape.Lower && !Gazetteer.Roles.Head.Contains(page.Low(k - 1))) return k;
        return s.To;
    }

    private static bool Witness(Page page, int i, int from)
    {
        for (var k = i - 1; k >= from && k > i - 12; k--) if (page.Low(k) is "presence" or "witnessed" or "watched" or "attended") return true;
        return false;
    }

    /// <summary>A person signs, for the house or state that is theirs.</summary>
    internal static void Signs(Instrument draft, PersonMention person, string rule)
    {
        draft.AddSigner(person, rule);
        Side(draft, person);
    }

    internal static void Side(Instrument draft, PersonMention person)
    {
        if (draft.Parties.Count > 1 && draft.Parties.TrueForAll(p => p.Rule is "instrument.party.between" or "party.list")) return;
        if (person.Of.Organisation is { IsSubunit: false } organisation) draft.AddParty(new(organisation, null, person.Of.OrganisationPlace.From, person.Of.OrganisationPlace.To, "instrument.party.signatory"));
        else if (person.Of.State is { } state) draft.AddParty(new(null, state, person.Of.StatePlace.From, person.Of.StatePlace.To, "instrument.party.signatory"));
    }

    internal static void Party(Instrument draft, Mention mention, string rule)
    {
        if (mention is OrganisationMention { Of.IsSubunit: false } organisation) draft.AddParty(new(organisation.Of, null, organisation.From, organisation.To, rule));
        if (mention is StateMention { IsAdjective: false } state) draft.AddParty(new(null, state.Country, state.From, state.To, rule));
    }
}
