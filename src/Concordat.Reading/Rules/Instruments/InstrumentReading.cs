using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Reads all instruments of a text: running text first, headlines only for what it leaves open.</summary>
internal static class InstrumentReading
{
    /// <summary>The instruments, and those that a sentence names as guidance, with the sentence.</summary>
    public static InstrumentList Read(Page page, Register register, List<(Instrument Of, Sentence In)> guides)
    {
        var list = new InstrumentList();
        foreach (var sentence in page.Sentences)
            if (sentence.Kind is BlockKind.Paragraph) Sentence(page, register, list, sentence, guides);
        Headlines.Read(page, register, list);
        return list;
    }

    private static void Sentence(Page page, Register register, InstrumentList list, Sentence s, List<(Instrument, Sentence)> guides)
    {
        var mentions = InstrumentNouns.In(page, s);
        Instrument? previous = null;
        Trigger? lastVerb = null;
        InstrumentMention? before = null;
        var used = new HashSet<int>();
        foreach (var m in mentions)
        {
            if (m.IsPossible || Triggers.Carries(page, m, mentions)) continue;
            if (m.Determiner is Determiner.Negative && !m.IsContext) { previous = null; before = null; if (Triggers.Of(page, m, mentions, s).Main is { } no) used.Add(no.At); continue; }
            var (main, past) = Triggers.Of(page, m, mentions, s);
            if (main is null && lastVerb is { Mood: Mood.Happened or Mood.Planned } && before is not null && !m.IsContext && Joined(page, before.To, m.From)) main = lastVerb;
            lastVerb = m.IsContext ? lastVerb : main;
            if (main is { } act) used.Add(act.At);
            if (main is { Mood: Mood.Denied, Event: "renewed" or "extended" } && m.Determiner is Determiner.Definite) { Lapsed(page, register, list, m, s); previous = null; before = null; continue; }
            if (main is { Mood: Mood.Possible or Mood.Denied }) { before = null; previous = null; continue; }
            var draft = Drafts.Make(page, register, m, main, s);
            if (draft.IsBackground && main is { Event: "renewed" or "extended" } && past is { Event: "signed" } origin) (draft, past) = (Drafts.Make(page, register, m, origin, s), null);
            if (draft is { IsNow: true, Date: null, DateIsStated: false }) NearbyDays.Find(page, list, draft, previous, m, s);
            if (main is { Event: "signed" } && past is { } signing) { Doers.Read(page, register, draft, m, signing, s); past = null; }
            if (m.IsContext && draft is { IsBackground: true, Date: null, Signatories.Count: > 0 } && list.All.FindLast(i => i.IsNow && i.Kind == draft.Kind) is { } told) { foreach (var signer in draft.Signatories) told.AddSigner(signer); continue; }
            if (draft.Parties.Count < 2 && main is not null && !m.IsContext) AddPair(page, list, draft, s);
            if (m.IsContext && previous is not null && before is not null && !InstrumentContext.Succeeds(page.Low(m.From - 1)) && !InstrumentContext.Succeeds(page.Low(m.From - 2))) Under(page, list, previous, before, m, draft, s);
            else if (m.IsContext && previous is null) Ground.Told(page, list, m, s);
            var accepted = list.Accept(page, draft, m);
            if (accepted is not null) Accepted(page, register, list, guides, accepted, m, main, past, s);
            if (!m.IsContext) (previous, before) = (accepted, m);
        }
        Pronouns.Read(page, register, list, s, used, mentions);
        if (previous is not null && page.Sentences.Count > 0) Several.Read(page, list, previous, mentions, s);
    }

    /// <summary>What an instrument that was taken up says of others: what rests on it, what it guides, how it was before.</summary>
    private static void Accepted(Page page, Register register, InstrumentList list, List<(Instrument, Sentence)> guides, Instrument accepted, InstrumentMention m, Trigger? main, Trigger? past, Sentence s)
    {
        if (!m.IsPlural) Ground.Carries(page, list, accepted, m, s);
        if (m.IsContext && Guided(page, m, s)) guides.Add((accepted, s));
        if (accepted is { IsBackground: false } && main is { Event: "renewed" or "extended" or "terminated" } && past is null && !m.IsContext && OwnDates.Of(page, m, s) is { } born) Origin(list, accepted, m, born);
        if (past is { } old) Past(page, register, list, m, old, accepted, s);
    }

    /// <summary>"signed a memorandum on X and an arrangement on Y": one verb for both.</summary>
    private static bool Joined(Page page, int from, int to)
    {
        var k = page.Low(to - 1) is "a" or "an" or "the" or "another" or "their" ? to - 2 : to - 1;
        if (to - from > 16 || k < from || !(page.Low(k) is "and" or "&" or "," || page.Low(k) is "as" && page.Low(k - 1) is "well")) return false;
        for (var i = from; i < k; i++) if (page.T[i].Is(';') || page.T[i].Is('.') || page.Low(i) is "which" or "that" or "who" or "was" or "were" or "is" or "has" or "will" or "said" or "after" or "while" || Verbs.IsAct(page.Low(i))) return false;
        return true;
    }

    /// <summary>"the agreement between A and B has not been renewed": it existed.</summary>
    private static void Lapsed(Page page, Register register, InstrumentList list, InstrumentMention m, Sentence s)
    {
        var draft = Drafts.Make(page, register, m, null, s);
        if (draft.Parties.Count < 2) return;
        (draft.Event, draft.EventRule) = ("background-mention", "instrument.event.not-renewed");
        list.Accept(page, draft, m);
    }

    private static void AddPair(Page page, InstrumentList list, Instrument draft, Sentence s)
    {
        if (list.Last is { Parties.Count: 2 } last && References.IsSides(page, s.From, s.To)) foreach (var party in last.Parties) draft.AddParty(party with { Rule = "instrument.party.sides" });
        foreach (var party in References.Pair(page, s.From, s.To)) if (draft.Parties.Count < 2) draft.AddParty(party);
    }

    /// <summary>"extended their 2015 agreement": the agreement as it was, beside what happened to it now.</summary>
    private static void Origin(InstrumentList list, Instrument now, InstrumentMention m, Evidence.Finding<string> day)
    {
        var origin = new Instrument { Kind = now.Kind, KindRule = now.KindRule, KindPlace = now.KindPlace, Title = m.Title, Event = "background-mention", EventRule = "instrument.event.own-date", EventPlace = now.EventPlace, Date = day, DateIsStated = true, First = m.From };
        origin.Parties.AddRange(now.Parties);
        list.All.Add(origin);
    }

    private static void Past(Page page, Register register, InstrumentList list, InstrumentMention m, Trigger old, Instrument now, Sentence s)
    {
        var draft = Drafts.Make(page, register, m with { Determiner = Determiner.Definite }, old, s);
        if (draft.Date is null) return;
        (draft.Event, draft.EventRule) = ("background-mention", "instrument.event.past");
        if (now.Parties.Count < 2) foreach (var party in draft.Parties) now.AddParty(party);
        draft.Parties.Clear();
        draft.Parties.AddRange(now.Parties);
        list.Accept(page, draft, m);
    }

    /// <summary>"a project agreement under the X framework", "a protocol amending the Y agreement".</summary>
    private static void Under(Page page, InstrumentList list, Instrument child, InstrumentMention before, InstrumentMention m, Instrument context, Sentence s)
    {
        if (m.From - before.To > (Falls(page, before.To, m.From) ? 22 : First(page, before.To, m.From) ? 10 : 5) + (page.DatesIn(before.To, m.From).Any() ? 4 : 0)) return;
        var amends = child.Kind is "amendment";
        for (var k = before.To; k < m.From; k++) amends &= page.Low(k) is not "under";
        var place = m.Title ?? Titles.Long(page, m, s);
        child.Under ??= page.Words(place.From, place.To, amends ? "instrument.under.amends" : "instrument.under");
        if (!amends || child.Event is not "signed" || !Extends(page, before.To, s)) return;
        if (context.Kind.Length == 0) (context.Kind, context.KindRule) = ("treaty", "instrument.kind.amended-by-protocol");
        (context.Event, context.EventRule, context.EventPlace) = ("extended", "instrument.event.extended-by-protocol", child.EventPlace);
        (context.Date, context.DateIsStated) = (child.Date, child.DateIsStated);
        foreach (var party in child.Parties) context.AddParty(party);
        foreach (var party in context.Parties) child.AddParty(party);
    }

    /// <summary>"The arrangement, the first of its kind, falls under the X memorandum".</summary>
    private static bool Falls(Page page, int from, int to)
    {
        for (var k = from; k + 1 < to; k++) if (page.Low(k) is "falls" or "comes" or "fall" or "come" or "concluded" or "made" or "executed" or "issued" && page.Low(k + 1) is "under" or "within") return true;
        return false;
    }

    /// <summary>", the first one under their framework".</summary>
    private static bool First(Page page, int from, int to) =>
        page.Low(to - 2) is "under" && page.T[from].Is(',') && page.Low(from + 1) is "the" && (page.Low(from + 2) is "latest" or "only" || DateExpressions.DateWords.Ordinal(page.Low(from + 2)) > 0);

    private static bool Extends(Page page, int from, Sentence s)
    {
        for (var k = from; k < s.To; k++) if (page.Low(k) is "extending" or "extends" or "extend" or "prolonging" or "prolongs" or "alive" || page.Low(k) is "another" && page.Low(k + 2) is "years") return true;
        return false;
    }

    private static bool Guided(Page page, InstrumentMention m, Sentence s)
    {
        for (var k = m.From - 1; k >= s.From && k > m.From - 12; k--) if (page.Low(k) is "vision" or "guidance" or "cue" or "guided" or "accordance" || page.Low(k) is "line" && page.Low(k - 1) is "in") return true;
        return false;
    }
}
