using Concordat.Reading.Gazetteer;
using Concordat.Reading.Names;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Signatories told by number or by office in the plural: "the two signed", "signed by both vice-chancellors", "the co-chairs signed".</summary>
internal static class TheTwo
{
    public static void Read(Page page, Instrument draft, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Chairs(page, i)) { Add(page, draft, Chaired(page, i), "instrument.signatory.co-chairs"); return; }
            if (page.Low(i) is not ("two" or "both") || !(i + 1 == to || Fits(page, i + 1, to))) continue;
            Add(page, draft, Holders(page, i, page.Low(Noun(page, i + 1, to))), "instrument.signatory.the-two");
            return;
        }
    }

    private static void Add(Page page, Instrument draft, List<PersonMention> two, string rule)
    {
        if (two.Count != 2) return;
        foreach (var person in two) Doers.Signs(draft, person, rule);
    }

    private static bool Chairs(Page page, int i) => page.Low(i) is "co-chairs" or "co-chairmen" or "cochairs" or "co-chairpersons" && page.Low(i - 1) is "the" or "both" or "two";

    private static bool Fits(Page page, int i, int to) =>
        page.Low(i) is "signed" or "had" or "have" or "then" or "later" or "also" or "renewed" or "extended" or "inked" or "," || IsPeople(page.Low(Noun(page, i, to)));

    /// <summary>"two university heads": the noun up to two words on.</summary>
    private static int Noun(Page page, int i, int to)
    {
        for (var k = i; k < to && k < i + 3; k++) if (IsPeople(page.Low(k))) return k;
        return i;
    }

    private static bool IsPeople(string low) => low is "men" or "women" or "leaders" or "officials" or "heads" or "signatories" or "representatives" or "officers" or "scientists" || PersonEvidence.IsPlural(low) || low is "ministers" or "secretaries";

    /// <summary>The last two who hold the office; for a general word, or where the text names two people in all, the last two named.</summary>
    private static List<PersonMention> Holders(Page page, int before, string noun)
    {
        var office = noun is "secretaries" ? "secretary" : noun.EndsWith("men", StringComparison.Ordinal) && noun.Length > 5 ? noun[..^2] + "an" : PersonEvidence.IsPlural(noun) ? noun[..^1] : null;
        var all = new List<PersonMention>();
        for (var k = before - 1; k >= 0 && k > before - 600; k--)
            if (page.At[k] is PersonMention person && !all.Exists(l => l.Of == person.Of)) all.Insert(0, person);
        var holding = office is null ? all : all.FindAll(p => p.Of.Role is { } role && Holds(page, role, office));
        return holding.Count >= 2 ? [.. holding.TakeLast(2)] : all.Count == 2 ? all : [];
    }

    private static bool Holds(Page page, (int From, int To) role, string office)
    {
        for (var k = role.From; k < role.To; k++) if (page.Low(k) == office || page.Low(k).EndsWith($"-{office}", StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The two of the sentence that told of the chair.</summary>
    private static List<PersonMention> Chaired(Page page, int before)
    {
        for (var k = before - 1; k > 0 && k > before - 500; k--)
        {
            if (!page.Low(k).StartsWith("co-chair", StringComparison.Ordinal) && !(page.Low(k) is "chaired" && page.Low(k - 1) is "jointly")) continue;
            if (page.SentenceAt(k) is not { } s) continue;
            var named = page.In(s.From, s.To).OfType<PersonMention>().DistinctBy(p => p.Of).ToList();
            if (named.Count == 2) return named;
        }
        return [];
    }
}
