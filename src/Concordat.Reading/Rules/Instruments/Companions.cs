using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Doers that stand after the verb: a subject behind an opening participle, those who sign together with the subject.</summary>
internal static class Companions
{
    /// <summary>"Renewing their agreement of 2005, A and B …": the subject after the comma.</summary>
    public static void Opening(Page page, Instrument draft, int verb, Sentence s)
    {
        var comma = verb;
        while (comma < s.To && !page.T[comma].Is(',')) comma++;
        var to = comma + 1;
        while (to < s.To && to < comma + 24 && !(page.T[to].Shape is Segments.Shape.Lower && page.At[to] is null && page.Low(to) is not ("the" or "and" or "of" or "for" or "its" or "on" or "in" or "at"))) to++;
        foreach (var actor in Clauses.Actors(page, comma, to)) Doers.Party(draft, actor, "instrument.party.subject");
    }

    /// <summary>"together with X", "alongside X", "while X signed for".</summary>
    public static void Together(Page page, Instrument draft, Trigger trigger, Sentence s)
    {
        if (draft.Signatories.Count == 0) return;
        if (page.Low(trigger.At + 1) is "in")
            foreach (var mention in page.In(trigger.At + 2, s.To)) if (mention is PersonMention other && page.Low(other.To) is "in") Doers.Signs(draft, other, "instrument.signatory.each-in");
        if (page.Low(trigger.At + 1) is "for" or "on")
            foreach (var mention in page.In(trigger.At + 2, s.To)) if (mention is PersonMention other && page.Low(other.To) is "for" or "on") Doers.Signs(draft, other, "instrument.signatory.for");
        for (var k = trigger.At + 1; k < s.To; k++)
        {
            if (page.Low(k) is "presence") return;
            if (page.Low(k) is not ("alongside" or "with") || page.Low(k) is "with" && page.Low(k - 1) is not ("together" or "along" or "jointly")) continue;
            foreach (var mention in page.In(k + 1, Math.Min(s.To, k + 20)))
                if (mention is PersonMention person) Doers.Signs(draft, person, "instrument.signatory.together-with");
        }
    }
}
