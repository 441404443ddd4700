using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Acts told without naming the instrument: "signed it on Monday", "announced the signing", "Signing took place on", "X signed for the other side".</summary>
internal static class Pronouns
{
    public static void Read(Page page, Register register, InstrumentList list, Sentence s, HashSet<int> used, List<InstrumentMention> mentions)
    {
        Listings.Read(page, list, s);
        Ceremony(page, list, s);
        for (var i = s.From; i < s.To; i++)
        {
            if (list.Last is { IsBackground: false } named && Signatures(page, i) && !used.Contains(i)) { Apply(page, register, list, named, new(i, "signed", Modality.Of(page, i, s), false), s); return; }
            if (page.Low(i) is "signed" or "inked" && page.Low(i + 1) is "both" && page.Low(i + 2) is "papers" or "documents" or "agreements" or "texts" or "instruments" or "," or "." or "in" or "on" or "at") { Both(page, list, i, s); return; }
            if (list.Last is not { } last || used.Contains(i) || Verbs.Event(page.Low(i)) is not ("signed" or "terminated" or "renewed") || !Verbs.Fits(page, i, s.To, papers: false) || Inside(mentions, i)) continue;
            if (!Refers(page, i, s) && !SignsChange(page, i)) continue;
            var mood = Modality.Of(page, i, s);
            if (mood is Mood.Possible or Mood.Denied) continue;
            Apply(page, register, list, last.IsBackground || last is { IsContext: true, Event: null } ? Now(list) ?? last : last, new(i, SignsChange(page, i) ? Verbs.Event(page.Low(i + 2)) ?? "extended" : Verbs.Event(page.Low(i))!, mood, Be(page, i)), s);
            while (i < s.To && !page.T[i].Is(';') && page.Low(i) is not "while") i++;
        }
    }

    /// <summary>"X signed both papers".</summary>
    private static void Both(Page page, InstrumentList list, int verb, Sentence s)
    {
        foreach (var actor in Clauses.Actors(page, s.From, verb))
            if (actor is PersonMention person) foreach (var instrument in list.All.FindAll(i => i.IsNow).TakeLast(2)) instrument.AddSigner(person, "instrument.signatory.both");
    }

    /// <summary>"The ceremony held on Tuesday": the day of the signing told before without one.</summary>
    private static void Ceremony(Page page, InstrumentList list, Sentence s)
    {
        if (Now(list) is not { IsNow: true, DateIsStated: false, Date: null } target) return;
        for (var i = s.From; i < s.To; i++)
        {
            if (page.Low(i) is not "ceremony" && !(page.Low(i) is "signatures" && page.Low(i + 1) is "were") || page.Low(i - 1) is not ("the" or "signing") || Modality.Of(page, i, s) is not Mood.Happened) continue;
            if (Clauses.Date(page, i, s) is { Edtf: not null, IsDay: true } date) (target.Date, target.DateIsStated) = (Clauses.AsFinding(page, date, "instrument.date.ceremony"), true);
            return;
        }
    }

    /// <summary>"affixed their signatures", "put their names".</summary>
    private static bool Signatures(Page page, int i) =>
        page.Low(i) is "put" && page.Low(i + 1) is "pen" && page.Low(i + 2) is "to" && page.Low(i + 3) is "paper" || page.Low(i) is "affixed" or "put" or "appended" or "added" && page.Low(i + 1) is "their" or "his" or "her" && page.Low(i + 2) is "signature" or "signatures" or "names" && (page.Low(i + 3) is not "to" || page.Low(i + 4) is "it");

    /// <summary>"signed the extension", "inked the renewal".</summary>
    private static bool SignsChange(Page page, int i) => page.Low(i) is "signed" or "inked" or "sealed" && page.Low(i + 1) is "the" or "its" or "this" && page.Low(i + 2) is "extension" or "renewal" or "prolongation" or "termination";

    internal static Instrument? Now(InstrumentList list) => list.All.FindLast(i => !i.IsBackground && !(i.IsContext && i.Event is null));
    private static bool Inside(List<InstrumentMention> mentions, int i) => mentions.Exists(m => i >= m.From && i < m.To);
    private static bool Be(Page page, int i) => page.Low(i - 1) is "was" or "were" or "been";

    private static bool Refers(Page page, int i, Sentence s)
    {
        var low = page.Low(i);
        if (low is "signing" or "signature") return page.Low(i - 1) is "the" or "at" && page.Low(i + 1) is not "of" || i == s.From;
        if (i < s.From + 5 && page.Low(s.From) is "it" && page.Low(i - 1) is "was" or "been" && low is "concluded" or "sealed" or "struck" or "signed" or "inked") return true;
        if (low is "concluded" or "sealed" or "struck" or "executed" or "ended" or "ends" or "ending" or "end" or "entered") return false;
        if (page.Low(i + 1) is "it" or "them" || page.Low(i - 1) is "first" or "originally" or "initially" && page.Low(i - 2) is "was" or "been" && page.Low(s.From) is "it" || i > s.From && page.Low(i - 1) is "was" or "been" && page.Low(i - 2) is "it" or "which" or "has" or "had" && page.Low(s.From) is "it") return true;
        if (low is "signed" && (Intransitive(page, i, s) || page.Low(i - 1) is "was" && page.Low(i - 2) is "extension" or "renewal" or "prolongation" or "text" or "paper" or "deed")) return true;
        return low is "signed" or "inked" && (page.Low(i + 1) is "for" or "on" && (page.Low(i + 2) is "the" or "behalf" or "its" or "their" || page.Mention(i + 2) is OrganisationMention or StateMention) || page.Low(i + 1) is "by" && page.Low(i - 1) is "was" or "were");
    }

    /// <summary>"A and B signed electronically", "A signed as its president": people before the verb and no paper after it.</summary>
    private static bool Intransitive(Page page, int i, Sentence s)
    {
        if (i + 1 < s.To && !(page.Low(i + 1) is "by" or "and" or "at" or "as" or "online" or "digitally" or "during" or "alongside" or "here" or "electronically" or "remotely" or "via" or "." or "today" or "yesterday" || page.Low(i + 1) is "on" && page.Low(i + 2) is "a" or "video" or "screen" || page.Low(i + 1) is "in" && i + 2 < s.To && page.T[i + 2].IsName)) return false;
        if (page.Low(i - 1) is "was" or "were" or "been" or "be" or "being" or "agreement" or "mou" || page.Low(i - 1) is "," && page.Mention(i - 2) is not PersonMention) return false;
        return page.In(Clauses.Start(page, i, s), i).Any(m => m is PersonMention);
    }

    private static void Apply(Page page, Register register, InstrumentList list, Instrument target, Trigger act, Sentence s)
    {
        var draft = new Instrument { Kind = target.Kind, KindRule = target.KindRule, KindPlace = (act.At, act.At + 1), Event = act.Mood is Mood.Planned ? "announced" : target.IsNow ? target.Event : act.Event is "signed" && target is { Event: "announced", Plan: "renewed" or "extended" or "terminated" } ? target.Plan : act.Event, EventRule = $"instrument.event.{act.Event}-it", EventPlace = (act.At, Math.Min(s.To, act.At + 2)), First = act.At };
        if (draft.Event is not "announced") Doers.Read(page, register, draft, null, act, s);
        DidSo(page, draft, act.At, s);
        if (Clauses.Date(page, act.At, s) is { Edtf: not null } date)
        {
            draft.Date = Announced(page, act.At, s) ? page.Find($"../{DateExpressions.DateResolution.Iso(date.Hi ?? default)}", date.From, date.To, "instrument.date.announced") : Clauses.AsFinding(page, date, "instrument.date");
            if (Announced(page, act.At, s) && date.Hi is null) draft.Date = null;
            draft.DateIsStated = true;
            if (target is { IsBackground: true, Date: null } && act.Event is "signed") (target.Date, target.DateIsStated) = (draft.Date, true);
            if (page.PublishedDay is { } day && date.Hi is { } hi && hi.DayNumber < day.DayNumber - Drafts.OldDays || page.Low(act.At - 1) is "first" or "originally") { Earlier(list, target, draft); return; }
        }
        if (target.Event is not null && target.Event != draft.Event && target.Event is not "announced" || target.IsBackground) return;
        list.Accept(page, draft, new(act.At, act.At + 1, act.At, target.Kind, Determiner.Definite, false, null) { IsAnaphor = true });
    }

    /// <summary>"…; for the other side Y did so".</summary>
    private static void DidSo(Page page, Instrument draft, int verb, Sentence s)
    {
        for (var k = verb + 1; k + 1 < s.To; k++)
            if (page.Low(k) is "did" && page.Low(k + 1) is "so" or "likewise" or "the" && page.In(verb, k).OfType<PersonMention>().LastOrDefault() is { } other) Doers.Signs(draft, other, "instrument.signatory.did-so");
    }

    /// <summary>"It was first signed in 2021": the instrument as it was, beside what happened to it now.</summary>
    private static void Earlier(InstrumentList list, Instrument target, Instrument draft)
    {
        if (target.IsBackground || target.Kind is "amendment" || list.All.Exists(i => i.IsBackground && i.Kind == target.Kind && i.Date is not null)) return;
        (draft.Event, draft.EventRule) = ("background-mention", "instrument.event.past-it");
        draft.Parties.Clear();
        draft.Parties.AddRange(target.Parties);
        list.All.Add(draft);
    }

    private static bool Announced(Page page, int verb, Sentence s)
    {
        for (var k = verb - 1; k >= s.From && k > verb - 4; k--) if (page.Low(k) is "announced" or "confirmed" or "announce") return true;
        return false;
    }
}
