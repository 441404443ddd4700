using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Days that another sentence tells: "on the same occasion", the only day of the sentence before.</summary>
internal static class NearbyDays
{
    public static void Find(Page page, InstrumentList list, Instrument draft, Instrument? previous, InstrumentMention m, Sentence s)
    {
        SameDay(page, list, draft, s);
        if (draft.Date is null && previous is { IsNow: true, DateIsStated: true, Date: { } day }) (draft.Date, draft.DateIsStated) = (day, true);
        if (draft.Date is null && (m.Determiner is Determiner.Indefinite || draft.Event is "signed" && !list.All.Exists(i => i.IsNow))) DayBefore(page, draft, s);
    }

    /// <summary>"On the same occasion": the day of the act told before.</summary>
    private static void SameDay(Page page, InstrumentList list, Instrument draft, Sentence s)
    {
        for (var k = s.From; k < s.To && k < s.From + 6; k++)
        {
            if (!(page.Low(k) is "same" && page.Low(k + 1) is "occasion" or "day" or "ceremony" or "event" or "time" || page.Low(k) is "also" or "separately" && k == s.From || page.Low(k) is "sidelines")) continue;
            if (list.All.FindLast(i => i is { IsNow: true, Date: not null, DateIsStated: true }) is { } earlier) (draft.Date, draft.DateIsStated) = (earlier.Date, true);
            return;
        }
    }

    /// <summary>The only date of the sentence before; further back, that of the first sentence of the text, where none stands in between.</summary>
    private static DateExpressions.DateMention? Before(Page page, Sentence s)
    {
        for (var k = s.Index - 1; k >= 0 && k > s.Index - 4 && page.Sentences[k].Kind is BlockKind.Paragraph; k--)
            if (page.DatesIn(page.Sentences[k].From, page.Sentences[k].To).ToList() is { Count: > 0 } dates) return dates is [var only] && (k == s.Index - 1 || !only.IsRange && page.Sentences.Find(x => x.Kind is BlockKind.Paragraph)?.Index == k) ? only : null;
        return null;
    }

    /// <summary>"A and B on Friday agreed to work together. An MoU to this effect was signed": the only day of the sentence before.</summary>
    private static void DayBefore(Page page, Instrument draft, Sentence s)
    {
        if (page.PublishedDay is not { } day || Before(page, s) is not { IsDay: true, Hi: { } hi } date || hi > day || hi.DayNumber < day.DayNumber - 21 || Clauses.IsSpeech(page, -1, date)) return;
        (draft.Date, draft.DateIsStated) = (Clauses.AsFinding(page, date, "instrument.date.sentence-before"), true);
    }
}
