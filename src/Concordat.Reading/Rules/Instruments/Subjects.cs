using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>What an instrument is about ("on …", "for …", "to …") and what it rests on ("under …").</summary>
internal static class Subjects
{
    public static void Read(Page page, Instrument draft, InstrumentMention m, Trigger? trigger, Sentence s)
    {
        for (var k = m.To; k < s.To && k < m.To + 45; k++)
        {
            if (page.T[k].Is(';') || page.T[k].Is('.')) return;
            if (page.Low(k) is not ("on" or "for" or "to" or "covering" or "concerning" or "regarding") || k + 1 >= s.To || page.T[k + 1].Shape is not Shape.Lower || page.Mention(k + 1) is not null) continue;
            if (page.Low(k) is "to" && k > m.To && page.Low(k - 1) is "set" or "due" or "agreed" or "expected") continue;
            if (page.DatesIn(k + 1, k + 3).Any() || page.Low(k + 1) is "be" or "sign" or "five" or "three" or "ten" || page.Low(k + 1) is "the" && page.Low(k + 2) is "sidelines" or "university" || page.Low(k + 1) is "a" && page.Low(k + 2) is "period") continue;
            var end = End(page, k + 1, s);
            if (end > k + 2) { draft.Subject = page.Words(k + 1, end, $"instrument.subject.{page.Low(k)}"); return; }
        }
    }

    private static int End(Page page, int start, Sentence s)
    {
        var i = start;
        while (i < s.To && i < start + 24 && !page.T[i].Is('.') && !page.T[i].Is(';') && !page.T[i].IsDash && !page.T[i].Is('(')
            && page.Low(i) is not ("was" or "were" or "has" or "have" or "had" or "is" or "which" or "that" or "who" or "on" or "by") && page.Mention(i) is not PersonMention) i++;
        for (var k = start; k < i; k++) if (page.T[k].Is(',') && Said(page, k, s)) { i = k; break; }
        while (i > start && (page.T[i - 1].Is(',') || page.Low(i - 1) is "the" or "and" or "in" or "at" or "with" or "of")) i--;
        return i;
    }

    /// <summary>", the company said".</summary>
    private static bool Said(Page page, int comma, Sentence s)
    {
        for (var k = comma + 1; k < s.To && k < comma + 7; k++) if (page.Low(k) is "said" or "says" or "announced" or "reported") return true;
        return false;
    }
}
