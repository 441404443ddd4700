using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>What the instrument just told rests on, where another sentence says it: "It gives effect to the memorandum of 2019", "the agreement under which the programme stands".</summary>
internal static class Ground
{
    /// <summary>The sentence speaks of "it" or "the arrangement", and names the ground of that.</summary>
    public static void Told(Page page, InstrumentList list, InstrumentMention m, Sentence s)
    {
        if (list.Last is not { IsBackground: false, IsContext: false, Under: null, Event: not null } last || !OfLast(page, s)) return;
        for (var k = m.From - 1; k > s.From && k > m.From - 5; k--)
        {
            if (!InstrumentContext.Rests(page, k) && page.Low(k) is not ("under" or "within" or "pursuant")) continue;
            var place = m.Title ?? Titles.Long(page, m, s);
            last.Under = page.Words(place.From, place.To, "instrument.under.it");
            return;
        }
    }

    /// <summary>"It gives", "This is", "Both documents were": of what was told before.</summary>
    private static bool OfLast(Page page, Sentence s) =>
        page.Low(s.From) is "it" or "both" || page.Low(s.From) is "this" or "these" or "the" && page.Low(s.From + 1) is "is" or "was" or "gives" or "builds" or "follows" or "document" or "documents" or "paper" or "text" or "deal" or "work" or "programme" or "project" or "cooperation" or "collaboration" or "partnership";

    /// <summary>"the agreement between A and B, under which the programme stands": the ground of the programme told before.</summary>
    public static void Carries(Page page, InstrumentList list, Instrument ground, InstrumentMention m, Sentence s)
    {
        for (var k = m.To; k + 3 < s.To && k < m.To + 18; k++)
        {
            if (page.T[k].Is(';') || page.T[k].Is('.')) return;
            if (page.Low(k) is not ("under" or "on") || page.Low(k + 1) is not "which" || page.Low(k + 2) is not ("the" or "this" or "their" or "its")) continue;
            var child = list.All.FindLast(i => i != ground && !i.IsBackground && (i.Noun == page.Low(k + 3) || i.Noun == page.Low(k + 4)));
            if (child is { Under: null }) child.Under = page.Words((m.Title ?? (m.From, m.To)).From, (m.Title ?? (m.From, m.To)).To, "instrument.under.carries");
            return;
        }
    }
}
