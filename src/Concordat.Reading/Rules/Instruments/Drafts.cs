using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>What one mention in one sentence says about an instrument.</summary>
internal static class Drafts
{
    public const int OldDays = 60;

    public static Instrument Make(Page page, Register register, InstrumentMention m, Trigger? trigger, Sentence s)
    {
        var draft = new Instrument { Kind = m.Kind ?? "", KindRule = $"instrument.noun.{m.Kind ?? "generic"}", KindPlace = (m.From, m.To), Title = m.Title, First = m.From };
        var end = DraftParties.Parties(page, register, draft, m, trigger, s);
        if (trigger is { } act) Act(page, register, draft, m, act, s, Math.Max(end, m.To));
        else if (m.IsContext && (m.Title is not null || page.T[m.Noun].Shape is Shape.Capital && draft.Parties.Count > 1)) (draft.Event, draft.EventRule, draft.EventPlace) = ("background-mention", "instrument.event.context", (Lead(page, m.From, s), m.To));
        else draft.EventPlace = (m.From, Math.Max(m.To, Math.Min(end, s.To)));
        if ((trigger is null || draft.IsBackground && Had(page, m, s) || trigger.Value.IsPassive && trigger.Value.At >= m.To && page.Low(m.From - 2) is "under" or "through" or "within") && draft.Parties.Count < 2 && m.Determiner is Determiner.Indefinite && !m.IsPlural) DraftParties.Holders(page, draft, m, s);
        if (m.IsContext && draft.Parties.Count < 2 && (page.Low(m.From - 1) is "their" || page.Low(m.From) is "their" || page.Low(m.From - 2) is "their")) DraftParties.Holders(page, draft, m, s);
        if (OwnDates.Of(page, m, s) is { } own && (m.IsContext || draft.Event is null && IsOldDay(page, own.Value)))
        {
            if (draft.Date is null) (draft.Date, draft.DateIsStated) = (own, true);
            if (draft.Event is null && !IsNew(page, own.Value)) (draft.Event, draft.EventRule, draft.EventPlace) = ("background-mention", "instrument.event.own-date", (Lead(page, m.From, s), Math.Max(m.To, draft.EventPlace.To)));
        }
        if (page.Low(m.To) is "between" && page.Low(m.To + 1) is "the" && draft.Parties.Count < 2) { draft.Parties.Clear(); foreach (var party in References.Pair(page, m.To, Math.Min(s.To, m.To + 5))) draft.AddParty(party); }
        DraftParties.TitleStates(page, draft);
        if (draft.Parties.Count < 2 && m.From > 0) DraftParties.Lettered(register, page, draft, m);
        Subjects.Read(page, draft, m, trigger, s);
        return draft;
    }

    private static bool Had(Page page, InstrumentMention m, Sentence s)
    {
        for (var k = m.From - 1; k >= s.From && k > m.From - 6; k--) if (page.Low(k) is "have" or "has" or "had") return true;
        return false;
    }

    /// <summary>A day within two months of the text: its act may be the news.</summary>
    private static bool IsNew(Page page, string edtf) =>
        page.PublishedDay is { } now && DateOnly.TryParseExact(edtf, "yyyy-MM-dd", out var day) && day.DayNumber >= now.DayNumber - OldDays;

    private static bool IsOldDay(Page page, string edtf) =>
        edtf.TrimStart('.', '/') is { Length: >= 4 } day && int.TryParse(day[..4], out var year) && (page.PublishedDay is { } now ? year < now.Year : true);

    private static int Lead(Page page, int from, Sentence s)
    {
        var start = from;
        while (start > s.From && start > from - 3 && page.T[start - 1].IsWord && page.Low(start) is not "under") start--;
        return start;
    }

    private static void Act(Page page, Register register, Instrument draft, InstrumentMention m, Trigger act, Sentence s, int end)
    {
        draft.EventPlace = (Math.Min(m.From, act.At), Math.Min(s.To, Math.Max(end, act.At + 1)));
        draft.Event = act.Mood is Mood.Planned ? "announced" : act.Event is "dated" or "suspended" ? "background-mention" : act.Event;
        if (act.Mood is Mood.Planned) draft.Plan = act.Event;
        draft.EventRule = act.Mood is Mood.Planned ? "instrument.event.planned" : $"instrument.event.{act.Event}";
        if (act.Mood is Mood.Happened && act.Event is not "announced") Doers.Read(page, register, draft, m, act, s);
        else if (draft.Parties.Count < 2) Doers.Read(page, register, draft, m, act with { Event = "announced" }, s);
        if (draft.Event is "announced") return;
        if (ByTheWay(page, act, s)) { (draft.Event, draft.EventRule) = ("background-mention", "instrument.event.pluperfect"); if (page.DatesIn(act.At, Comma(page, act.At, s)).FirstOrDefault() is { Edtf: not null } own) (draft.Date, draft.DateIsStated) = (Clauses.AsFinding(page, own, "instrument.date"), true); return; }
        if (Clauses.Date(page, act.At, s, i => m.Title is { } t && i >= t.From && i < t.To) is { Edtf: not null } date) (draft.Date, draft.DateIsStated) = (Clauses.IsSpeech(page, act.At, date) && date.Hi is { } hi ? page.Find($"../{DateExpressions.DateResolution.Iso(hi)}", date.From, date.To, "instrument.date.announced") : Clauses.AsFinding(page, date, "instrument.date"), true);
        else if (Clauses.Date(page, act.At, s) is { Edtf: null }) draft.DateIsStated = true;
        Widen(draft, page, s);
        if (draft.IsNow && IsOld(page, draft, m, act, s)) (draft.Event, draft.EventRule) = ("background-mention", "instrument.event.past");
    }

    /// <summary>"A, which had signed agreements with B, opened its hall": told of the past by the way.</summary>
    private static bool ByTheWay(Page page, Trigger act, Sentence s) =>
        page.Low(act.At - 1) is "had" && page.Low(act.At - 2) is "which" or "who" || page.Low(act.At - 2) is "had" && page.Low(act.At - 1) is "already" or "earlier" or "previously" or "once" && page.Low(act.At - 3) is "which" or "who" or "it" or "they";

    private static int Comma(Page page, int from, Sentence s)
    {
        while (from < s.To && !page.T[from].Is(',')) from++;
        return from;
    }

    /// <summary>The evidence of an act covers the parties, signatories and day that its sentence names.</summary>
    private static void Widen(Instrument draft, Page page, Sentence s)
    {
        var (from, to) = draft.EventPlace;
        foreach (var (a, b) in draft.Parties.Select(p => (p.From, p.To)).Concat(draft.Signatories.Select(p => (p.From, p.To))))
            if (a >= s.From && b <= s.To && b <= from + 90 && a >= from - 60) (from, to) = (Math.Min(from, a), Math.Max(to, b));
        foreach (var date in page.DatesIn(from, Math.Min(s.To, to + 8))) if (draft.Date is { } stated && page.Span(date.From, date.To) == stated.Evidence) to = Math.Max(to, date.To);
        draft.EventPlace = (from, Math.Min(to, s.To));
    }

    /// <summary>An act long before the day of the text, or told as the first of several.</summary>
    private static bool IsOld(Page page, Instrument draft, InstrumentMention m, Trigger act, Sentence s)
    {
        if (Founds(page, m)) return true;
        if (page.Low(act.At - 1) is "first" or "originally" or "initially" or "previously" or "earlier") return draft.Date is null || !IsRecent(page, act, s);
        if (Clauses.Date(page, act.At, s) is not { Hi: { } hi } date) return m.IsContext && act.IsPassive && draft.Date is null;
        if (page.PublishedDay is { } day) return hi.DayNumber < day.DayNumber - OldDays || !date.IsDay && m.Determiner is Determiner.Definite && act.At - m.To < 2 && hi.DayNumber < day.DayNumber - 14 && draft.Parties.Count == 0;
        return !date.IsDay && date.Raw.Start.Year != 0 || page.LatestDay is { } latest && hi.DayNumber < latest.DayNumber - OldDays;
    }

    /// <summary>"The group was created by the MoU", "set up under the agreement".</summary>
    private static bool Founds(Page page, InstrumentMention m) =>
        m.Determiner is Determiner.Definite && page.Low(m.From - 1) is "the" or "their" or "its" && page.Low(m.From - 2) is "by" or "under" or "on" && page.Low(m.From - 3) is "created" or "established" or "founded" or "formed" or "based" or "rests" or "builds";

    private static bool IsRecent(Page page, Trigger act, Sentence s) =>
        Clauses.Date(page, act.At, s) is { Hi: { } hi } && page.PublishedDay is { } day && hi.DayNumber >= day.DayNumber - 3;
}
