using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>What stands around a verb of signing: names put to paper, objects that are no instrument, years given, participles of another instrument.</summary>
internal static class TriggerWords
{
    /// <summary>"was given five more years", "another three years".</summary>
    public static bool MoreYears(Page page, int k)
    {
        for (var i = k + 1; i < k + 6; i++) if (page.Low(i) is "years" or "year") return page.Low(i - 1) is "more" || page.Low(k + 1) is "another" || page.Low(k + 2) is "further";
        return false;
    }

    /// <summary>"signed a five-year extension of": the signing that the noun stands under; -1 where none does.</summary>
    public static int SignedBefore(Page page, int k, Sentence s)
    {
        for (var i = k - 1; i >= s.From && i > k - 9; i--)
        {
            if (Verbs.Event(page.Low(i)) is "signed" && page.Low(i) is not "exchanged") return i;
            if (page.Low(i - 1) is "in" or "on" or "at" && page.T[i].IsName) continue;
            if (page.At[i] is not null || page.T[i].IsName || page.T[i].Shape is Shape.Punct) return -1;
        }
        return -1;
    }

    /// <summary>"The document, signed yesterday, opens the way to a framework": the participle of another one.</summary>
    public static bool Modifies(Page page, List<InstrumentMention> all, int k, InstrumentMention m)
    {
        if (!Verbs.IsParticiple(page.Low(k)) || k == 0) return false;
        var end = page.T[k - 1].Is(',') ? k - 1 : k;
        foreach (var other in all) if (other != m && other.To == end) return true;
        return false;
    }

    /// <summary>"put their names to", "put his signature to", "affixed their signatures to".</summary>
    public static bool Name(Page page, int k) => page.Low(k) is "names" or "name" or "signature" or "signatures" && page.Low(k + 1) is "to" or "on" || page.Low(k) is "pen" && page.Low(k + 1) is "to" && page.Low(k + 2) is "paper";

    /// <summary>"witnessed the exchange of a memorandum", "with the exchange of letters".</summary>
    public static bool Exchange(Page page, int k, Sentence s)
    {
        if (page.Low(k) is not "exchange" || page.Low(k + 1) is not "of" || page.Low(k - 1) is not "the") return false;
        for (var i = k - 2; i >= s.From && i > k - 6; i--) if (page.Low(i) is "witnessed" or "oversaw" or "saw" or "attended" or "presided" or "watched" or "during") return true;
        return false;
    }

    /// <summary>"Four signatures were set under the memorandum".</summary>
    public static bool Set(Page page, int k, Sentence s)
    {
        if (page.Low(k) is not ("set" or "put" or "placed" or "affixed") || page.Low(k + 1) is not ("under" or "to" or "on" or "below" or "beneath")) return false;
        for (var i = k - 1; i >= s.From && i > k - 5; i--) if (page.Low(i) is "signatures" or "signature" or "names") return true;
        return false;
    }

    public static int Put(Page page, int k, Sentence s)
    {
        for (var i = k - 1; i >= s.From && i > k - 5; i--) if (page.Low(i) is "put" or "puts" or "affixed" or "set") return i;
        return k;
    }

    /// <summary>"extended an invitation", "concluded the visit", "ended in", "exchanged views on".</summary>
    public static bool Other(Page page, int k, InstrumentMention m)
    {
        if (page.Low(k) is "concluded" && page.Low(k + 1) is "on" && m.From - k < 6 && page.DatesIn(k + 1, k + 3).Any()) return false;
        if (page.Low(k) is "concluded" or "concludes" or "ended" or "ends" && page.Low(k + 1) is "with" or "in" or "when" or "by" or "on" or "after" or "at" or ",") return true;
        for (var i = k + 1; i < m.From; i++) if (page.Low(i) is "against" or "opposing" or "criticising" or "criticizing" or "denouncing" or "ratifying" or "approving") return true;
        if (Verbs.Event(page.Low(k)) is "terminated" or "extended" or "suspended" && Apart(page, k, m)) return true;
        return page.Low(k) is "extended" or "extend" or "extending" && page.Low(k + 1) is "his" or "her" or "gratitude" or "thanks" or "warm" or "congratulations";
    }

    /// <summary>Ending and extending take their object at once: "ended its MoU", not "ended the day after an agreement".</summary>
    public static bool Apart(Page page, int k, InstrumentMention m)
    {
        for (var i = k + 1; i < m.From; i++) if (!(page.T[i].Shape is Shape.Lower && page.Low(i).Contains('-') || i == m.From - 1 && page.T[i].Shape is Shape.Lower && !Gazetteer.Words.Function.Contains(page.Low(i))) && page.Low(i) is not ("with" or "immediate" or "effect" or "unilaterally" or "formally" or "yesterday" or "today" or "five" or "three" or "two" or "years" or "by" or "for" or "another" or "further" or "four" or "ten" or "six" or "seven" or "eight" or "one" or "year" or "until" or "to" or "of" or "from" or "out" or "joint" or "the" or "its" or "their" or "all" or "this" or "that" or "an" or "a" or "both" or "'s") && page.At[i] is null && page.T[i].Shape is not Shape.Number) return true;
        return false;
    }

    public static bool BySoon(Page page, int k)
    {
        for (var i = k + 1; i < k + 6; i++) if (page.Low(i) is "by") return true;
        return false;
    }
}
