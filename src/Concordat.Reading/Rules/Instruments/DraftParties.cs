using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Parties that the words around one mention name: "between A and B", "with B", "A's memorandum with B", states and letters in a title.</summary>
internal static class DraftParties
{
    /// <summary>"between A and B", "with B", "A's MoU with B"; returns the token after the list.</summary>
    public static int Parties(Page page, Register register, Instrument draft, InstrumentMention m, Trigger? trigger, Sentence s)
    {
        var limit = trigger is { At: var at } && at > m.To ? Math.Max(at, m.To) : s.To;
        for (var k = m.To; k < Math.Min(limit, m.To + 12); k++)
        {
            if (page.Low(k) is "under" or "pursuant" && page.Low(k + 1) is not "which" || page.Low(k) is "between" && page.Low(k - 1) is "dialogue" or "talks" or "meeting" or "summit" or "consultations" or "discussions" or "session") break;
            if (page.Low(k) is "between" && page.Low(k + 1) is "the" && References.Pair(page, k + 1, Math.Min(s.To, k + 5)) is { Count: 2 } pair) { foreach (var party in pair) draft.AddParty(party); return k + 4; }
            if (page.Low(k) is "between" or "among") return Take(page, register, draft, k + 1, s, "instrument.party.between");
            if (page.Low(k) is "with" && page.Low(k - 1) is not "together" and not "along" and not "line" && Direct(page, m.To, k)) { var end = Take(page, register, draft, k + 1, s, "instrument.party.with"); if (draft.Parties.Count == 0 && page.In(k + 1, Math.Min(s.To, k + 8)).FirstOrDefault() is PersonMention other) Doers.Side(draft, other); if (draft.Parties.Count > 0) { Owner(page, draft, m, s); return end; } }
            if (page.Low(k) is "binding" or "linking" or "joining" || page.Low(k) is "binds" or "links" or "joins" && page.Low(k - 1) is "that" or "which") return Take(page, register, draft, k + 1, s, "instrument.party.between");
            if (page.Low(k) is "that" or "which" && page.Low(k + 1) is "binds" or "links" or "joins") continue;
            if (page.Low(k) is "under" or "by" && page.Low(k + 1) is "which") return Take(page, register, draft, k + 2, s, "instrument.party.between");
            if (page.T[k].Is(';') || page.Low(k) is "to" or "that" or "which") break;
        }
        if (trigger is { } later && later.At >= m.To && page.Low(later.At + 1) is "with") return Take(page, register, draft, later.At + 2, s, "instrument.party.with");
        if (trigger is { } act && act.At < m.From) For(page, register, draft, act.At, m, s);
        return m.To;
    }

    /// <summary>Nothing between the instrument and its "with" but a subject, a day or "signed".</summary>
    public static bool Direct(Page page, int from, int with) =>
        from == with || page.T[from].Is('(') || page.T[from].Is(',') || page.Low(from) is "on" or "for" or "in" or "signed" or "inked" or "today" or "yesterday" or "last" or "this" or "here" or "reached" || page.DatesIn(from, from + 1).Any();

    public static int Take(Page page, Register register, Instrument draft, int start, Sentence s, string rule)
    {
        var (parties, end) = PartyLists.Read(page, register, start, s.To, rule);
        foreach (var party in parties) draft.AddParty(party);
        while (end > start && (page.Low(end - 1) is "and" or "the" || page.T[end - 1].Is(','))) end--;
        return end;
    }

    /// <summary>"signed with B an agreement".</summary>
    public static void For(Page page, Register register, Instrument draft, int verb, InstrumentMention m, Sentence s)
    {
        for (var k = verb + 1; k < m.From; k++) if (page.Low(k) is "with") { Take(page, register, draft, k + 1, s, "instrument.party.with"); return; }
    }

    /// <summary>"A's MoU with B".</summary>
    public static void Owner(Page page, Instrument draft, InstrumentMention m, Sentence s)
    {
        if (m.From < s.From + 2 || !page.T[m.From - 1].IsPossessive) return;
        if (page.Mention(m.From - 2) is OrganisationMention organisation) draft.AddParty(new(organisation.Of, null, organisation.From, organisation.To, "instrument.party.owner"));
        if (page.Mention(m.From - 2) is StateMention { IsAdjective: false } state) draft.AddParty(new(null, state.Country, state.From, state.To, "instrument.party.owner"));
    }

    /// <summary>"the NIMS–AIT arrangement": letters of two organisations.</summary>
    public static void Lettered(Register register, Page page, Instrument draft, InstrumentMention m)
    {
        for (var i = m.From; i <= m.Noun; i++)
        {
            var written = page.Quote(i, i + 1);
            var dash = written.IndexOfAny(['-', '–']);
            if (dash < 2 || register.Lettered(written[..dash]) is not { } a || register.Lettered(written[(dash + 1)..]) is not { } b) continue;
            draft.Parties.Clear();
            draft.AddParty(new(a, null, i, i + 1, "instrument.party.title-letters"));
            draft.AddParty(new(b, null, i, i + 1, "instrument.party.title-letters"));
        }
    }

    /// <summary>"India-US Partnership framework", "Agreement Between X and Y": the states in a title are the parties.</summary>
    public static void TitleStates(Page page, Instrument draft)
    {
        var (from, to) = draft.Title ?? draft.KindPlace;
        if (draft.Parties.Count > 1 && draft.Parties.TrueForAll(p => p.State is not null || p.Rule is not "instrument.party.signatory")) return;
        var states = new List<Party>();
        for (var i = from; i < to; i++)
        {
            if (States.Pair(page.Low(i)) is { } pair) { states.Add(new(null, pair.Item1, i, i + 1, "instrument.party.title-pair")); states.Add(new(null, pair.Item2, i, i + 1, "instrument.party.title-pair")); }
            else if (page.At[i] is StateMention { IsAdjective: false } state && state.From == i && draft.Title is not null) states.Add(new(null, state.Country, i, state.To, "instrument.party.title"));
        }
        if (states.Count < 2) return;
        draft.Parties.Clear();
        foreach (var state in states) draft.AddParty(state);
    }

    /// <summary>"A and B have an agreement": two or more that stand before it in its sentence.</summary>
    public static void Holders(Page page, Instrument draft, InstrumentMention m, Sentence s)
    {
        var found = new List<Party>();
        foreach (var actor in Clauses.Actors(page, s.From, m.From))
            if (actor is OrganisationMention { Of.IsSubunit: false } organisation) found.Add(new(organisation.Of, null, organisation.From, organisation.To, "instrument.party.holder"));
            else if (actor is StateMention { IsAdjective: false } state) found.Add(new(null, state.Country, state.From, state.To, "instrument.party.holder"));
        if (found.Count > 1) foreach (var party in found) draft.AddParty(party);
    }
}
