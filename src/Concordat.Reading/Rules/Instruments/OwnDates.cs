using Concordat.Reading.Evidence;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>A day that belongs to the name of an instrument: "their 2015 agreement", "the agreement of July 8, 2019", "an MoU dated 3 May 2019", ", done at Oslo on 3 May 2019", "in place since 2021".</summary>
internal static class OwnDates
{
    public static Finding<string>? Of(Page page, InstrumentMention m, Sentence s)
    {
        for (var k = m.From - 1; k >= s.From && k > m.From - 3; k--)
            if (DateGrammar.YearAt(page.T, k, s.To) is > 0 and var year) return page.Find($"{year}", k, k + 1, "instrument.date.year-in-name");
        if (page.T[m.From].Shape is Shape.Number && DateGrammar.YearAt(page.T, m.From, s.To) is > 0 and var first && m.From < m.Noun) return page.Find($"{first}", m.From, m.From + 1, "instrument.date.year-in-name");
        if (page.Low(m.To) is "of" or "dated" or "from" && Year(page, m.To + 1, s) is { } own) return Clauses.AsFinding(page, own, "instrument.date.own");
        if (page.Low(m.To) is "on" or "for" or "concerning") for (var k = m.To + 1; k < s.To && k < m.To + 16 && (page.T[k].IsName || page.Low(k) is "and" or "of" or "&" or "in" or "the" or "for"); k++) if (page.Low(k) is "of" && Year(page, k + 1, s) is { } named) return Clauses.AsFinding(page, named, "instrument.date.own");
        if (page.Low(m.To) is "in" && Earlier(page, m) && Year(page, m.To + 1, s) is { } first2) return Clauses.AsFinding(page, first2, "instrument.date.own");
        for (var k = m.To; k < s.To && k < m.To + 18; k++)
        {
            if (page.Low(k) is "done" && page.Low(k + 1) is "at" or "in" or "on") return After(page, k, s, "instrument.date.done", false);
            if (page.Low(k) is "dated" && Year(page, k + 1, s) is { } dated) return Clauses.AsFinding(page, dated, "instrument.date.own");
            if (page.Low(k) is "since" && page.Low(k - 1) is "place" or "force" or "effect") return Year(page, k + 1, s) is { } since ? Clauses.AsFinding(page, since, "instrument.date.since") : null;
            if (page.Low(k) is "entered" && page.Low(k + 1) is "into" && page.Low(k + 2) is "force" or "effect") return After(page, k, s, "instrument.date.in-force", true);
            if (page.T[k].Is(';') || Verbs.IsAct(page.Low(k))) return null;
            if (page.Low(k) is "of" && k > m.To && (page.Mention(k - 1) is not null || page.T[k - 1].Is(')')) && page.DatesIn(k + 1, k + 2).FirstOrDefault() is { Edtf: not null, Raw.Start: { Year: > 0, Month: > 0 } } later) return Clauses.AsFinding(page, later, "instrument.date.own");
        }
        return null;
    }

    /// <summary>"a first agreement in 2016".</summary>
    private static bool Earlier(Page page, InstrumentMention m)
    {
        for (var k = Math.Max(0, m.From - 1); k < m.Noun; k++) if (page.Low(k) is "first" or "earlier" or "previous" or "original" or "initial") return true;
        return false;
    }

    private static DateMention? Year(Page page, int i, Sentence s) =>
        page.DatesIn(i, Math.Min(s.To, i + 2)).FirstOrDefault() is { Edtf: not null } date && (date.Raw.Start.Year > 0 || date.Raw.Relative is Relative.NearMonth or Relative.Year && date.Raw.Offset < 0) ? date : null;

    private static Finding<string>? After(Page page, int k, Sentence s, string rule, bool orBefore)
    {
        if (page.DatesIn(k, Math.Min(s.To, k + 8)).FirstOrDefault() is not { Edtf: not null, Hi: { } hi } date) return null;
        return orBefore ? page.Find($"../{DateResolution.Iso(hi)}", date.From, date.To, rule) : Clauses.AsFinding(page, date, rule);
    }
}
