using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Finds the nouns of instruments and tells the kind by the words before them.</summary>
internal static class InstrumentNouns
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Generic = Words.Set("agreement agreements pact pacts accord accords deal arrangement arrangements protocol protocols contract contracts declaration charter");

    private static readonly System.Collections.Frozen.FrozenSet<string> Nouns = Words.Set("memo memorandum memoranda memorandums mou mous moc moa moas loi lois letter letters statement declaration nda programme program plan exchange terms annex communiqué treaty treaties convention amendment addendum framework document documents papers original protocol notes agreement agreements pact pacts accord accords deal arrangement arrangements protocols contract contracts charter");

    public static List<InstrumentMention> In(Page page, Sentence sentence)
    {
        var found = new List<InstrumentMention>();
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (At(page, i, sentence) is not { } mention) continue;
            if (found.Count > 0 && found[^1].To > mention.From) mention = mention with { From = Math.Min(found[^1].To, mention.Noun) };
            if (found.Count > 0 && !found[^1].IsContext && (InstrumentContext.Succeeds(page.Low(mention.From - 1)) || InstrumentContext.Succeeds(page.Low(mention.From - 2)) && page.T[mention.From - 1].Shape is Shape.Lower)) mention = mention with { IsContext = true };
            if (found.Count > 0 && found[^1].Determiner is Determiner.Negative && mention.Determiner is Determiner.Bare && Or(page, found[^1].To, mention.From)) mention = mention with { Determiner = Determiner.Negative };
            found.Add(mention);
            i = mention.To - 1;
        }
        return found;
    }

    /// <summary>"No agreement, memorandum or letter": one "no" for all of them.</summary>
    private static bool Or(Page page, int from, int to)
    {
        if (to - from > 3) return false;
        for (var k = from; k < to; k++) if (!(page.T[k].Is(',') || page.Low(k) is "or" or "and" or "nor")) return false;
        return to > from;
    }

    private static InstrumentMention? At(Page page, int i, Sentence s)
    {
        if (!Nouns.Contains(page.Low(i)) || page.At[i] is Names.OrganisationMention or Names.PersonMention) return null;
        var low = page.Low(i);
        if (low is "memorandum" or "memoranda" or "memorandums") return Memorandum(page, i, s);
        if (low is "memo" && page.Low(i - 1) is "the" && !page.T[i].IsName) return Make(page, i, i + 1, i, "mou", s, false);
        if (low is "mou" or "mous" or "moc") return Make(page, i, i + 1, i, "mou", s, low is "mous");
        if (low is "moa" or "moas") return Make(page, i, i + 1, i, "moa", s, low is "moas");
        if (low is "loi" or "lois") return Make(page, i, i + 1, i, "loi", s, low is "lois");
        if (low is "letter" or "letters" or "statement" or "declaration" && page.Low(i + 1) is "of" && page.Low(i + 2) is "intent" or "interest" or "intention") return Make(page, i, i + 3, i, "loi", s, low is "letters");
        if (low is "nda" && page.Low(i - 1) is "an" or "the" or "a" or "signed" or "mutual") return Make(page, i, i + 1, i, "nda", s, false);
        if (low is "programme" or "program" or "plan" or "exchange" && page.Low(i + 1) is "of" && page.Low(i + 2) is "cooperation" or "co-operation" or "action" or "letters" or "work" or "collaboration" or "activities" or "exchange" or "exchanges" && (Signed(page, i, s) || low is "exchange" && page.Low(i + 3) is "of" or "from" or "dated" && page.DatesIn(i + 4, i + 5).Any())) return Make(page, i, i + 3, i, "other", s, false);
        if (low is "notes" or "letters" && page.Low(i - 1) is "exchanged" && page.Low(i + 1) is not "of" && !(page.Low(i + 1) is "to" && page.Low(i + 2) is "that" or "this")) return Make(page, i, i + 1, i, "other", s, false);
        if (low is "terms" && page.Low(i + 1) is "of" && page.Low(i + 2) is "reference" && Signed(page, i, s, changes: true)) return Make(page, i, i + 3, i, "other", s, false);
        if (low is "statement" or "declaration" or "letter" or "programme" or "program" && page.T[i].Shape is Shape.Lower && page.Low(i - 1) is "the" && (page.Low(i + 1) is "was" && page.Low(i + 2) is "signed" or "inked" || page.Low(i + 1) is "was" && page.Low(i + 3) is "signed")) return Make(page, i, i + 1, i, null, s, false) is { } again ? again with { IsAnaphor = true } : null;
        if (low is "statement" or "communiqué" && page.Low(i - 1) is "joint" && Signed(page, i, s)) return Make(page, i, i + 1, i, "other", s, false);
        if (low is "annex" && page.Low(i - 1) is "exchange" or "project" or "technical" or "implementing" or "information" && Signed(page, i, s)) return Make(page, i, i + 1, i, page.Low(i - 1) is "project" ? "project-agreement" : "other", s, false);
        if (low is "treaty" or "treaties" || low is "convention" && page.T[i].IsName) return Make(page, i, i + 1, i, "treaty", s, low is "treaties");
        if (low is "amendment" or "addendum" && page.Low(i + 1) is not "bill" and not "act") return Make(page, i, i + 1, i, "amendment", s, false);
        if (low is "framework") return Framework(page, i, s);
        if (low is "document" or "documents" or "papers" or "original" && (page.Low(i - 1) is "the" or "these" or "this" || page.Low(i - 1) is "renewed" or "extended" or "new" or "amended" && page.Low(i - 2) is "the")) return Make(page, i, i + 1, i, null, s, false) is { } back ? back with { IsAnaphor = true } : null;
        if (low is "protocol" && page.Low(i - 1) is "supplementary" or "additional" or "amending") return Make(page, i, i + 1, i, "amendment", s, false);
        if (low is "programme" or "program" or "plan" && page.T[i].IsName && page.Low(i - 1) is "executive" or "work" or "working" or "action" or "cooperation" or "exchange" && page.T[i - 1].IsName && Signed(page, i, s)) return Make(page, i, i + 1, i, "other", s, false);
        if (low is "protocol" && page.Low(i + 1) is "to" && page.Low(i + 2) is "the" or "their" or "its" && Agreed(page, i + 3, s)) return Make(page, i, i + 1, i, "amendment", s, false);
        if (low is "protocol" && !page.T[i].IsName && page.Low(i - 1) is "accession" or "cooperation" or "technical" or "joint" or "implementation" && Signed(page, i, s)) return Make(page, i, i + 1, i, "other", s, false);
        if (low is "protocol" && !page.T[i].IsName && page.Low(i - 1) is "a" or "new" or "bilateral" && !InstrumentKinds.Amends(page, i + 1, s) && Signed(page, i, s, changes: true)) return Make(page, i, i + 1, i, "other", s, false);
        if (low is "protocol" && !page.T[i].IsName && page.Low(i - 1) is "the" && !InstrumentKinds.Amends(page, i + 1, s)) return Make(page, i, i + 1, i, null, s, false) is { } told ? told with { IsAnaphor = true } : null;
        return Generic.Contains(low) ? Agreement(page, i, s) : null;
    }

    /// <summary>"to the India-Tajikistan agreement".</summary>
    private static bool Agreed(Page page, int from, Sentence s)
    {
        for (var k = from; k < s.To && k < from + 6; k++) if (page.Low(k) is "agreement" or "treaty" or "convention" or "memorandum" or "mou" or "accord") return true;
        return false;
    }

    /// <summary>A signing stands shortly before: only then are programmes and plans instruments.</summary>
    private static bool Signed(Page page, int i, Sentence s, bool changes = false)
    {
        for (var k = i - 1; k >= s.From && k > i - 9; k--) if (page.Low(k) is "signed" or "signing" or "sign" or "inked" or "exchanged" || changes && page.Low(k) is "renewed" or "extended" or "concluded" or "agreed") return true;
        return false;
    }

    private static InstrumentMention? Memorandum(Page page, int i, Sentence s)
    {
        if (page.Low(i + 1) is not "of") return page.Low(i) is "memorandum" ? Make(page, i, i + 1, i, "mou", s, false) : null;
        var kind = page.Low(i + 2) is "agreement" ? "moa" : page.Low(i + 2) is "understanding" or "understandings" or "cooperation" or "co-operation" or "collaboration" or "partnership" or "association" ? "mou" : page.Low(i + 2) is "intent" ? "loi" : null;
        return kind is null ? null : Make(page, i, i + 3, i, kind, s, page.Low(i) is not "memorandum");
    }

    private static InstrumentMention? Framework(Page page, int i, Sentence s)
    {
        if (page.Low(i + 1) is "agreement" or "contract" or "programme" or "program" or "arrangement" or "of" or "conditions" or "nations" or "pact" or "accord") return null;
        if (page.Low(i - 1) is "a" && !page.T[i].IsName && page.Low(i + 1) is "to" or "within" or "that" or "which" or "where" or "for" or "in") return null;
        var mention = Make(page, i, i + 1, i, "framework", s, false);
        return mention is null || mention.Title is null && (mention.Determiner is Determiner.Bare || page.Low(i - 1) is not ("the" or "defence" or "defense" or "cooperation" or "partnership" or "security" or "a")) ? null : mention;
    }

    private static InstrumentMention? Agreement(Page page, int i, Sentence s)
    {
        var low = page.Low(i);
        if (low is "agreement" && page.Low(i - 1) is "in" or "with" or "mutual" or "by" or "into" && page.Low(i + 1) is not ("between" or "with" or "on")) return null;
        if (low is "deal" or "contract" or "contracts" or "declaration" or "charter" && !page.T[i].IsName && page.Low(i - 1) is not ("a" or "the" or "joint" or "cooperation" or "research" or "this" or "framework" or "development" or "licence" or "license")) return null;
        if (low is "protocol" or "protocols" && !InstrumentKinds.Amends(page, i + 1, s) && !(page.T[i].IsName && low is "protocol")) return null;
        return Make(page, i, i + 1, i, InstrumentKinds.Before(page, i, s), s, low[^1] is 's');
    }

    private static InstrumentMention? Make(Page page, int from, int to, int noun, string? kind, Sentence s, bool plural)
    {
        var title = Titles.Of(page, from, to, noun, kind, s);
        while (from > s.From && from > noun - 8 && InstrumentContext.Modifier(page, from - 1)) from--;
        if (title is { } named)
        {
            (from, to) = (Math.Min(from, named.From), Math.Max(to, named.To));
            while (from > s.From && from > noun - 12 && InstrumentContext.Modifier(page, from - 1)) from--;
        }
        if (to + 2 < s.To && page.T[to].Is('(') && page.T[to + 2].Is(')') && page.At[to + 1] is not Names.OrganisationMention) to += 3;
        var before = from > s.From ? page.Low(from - 1) : "";
        var determiner = before switch
        {
            "a" or "an" or "another" or "one" or "four" or "five" or "two" or "three" or "several" or "new" => Determiner.Indefinite,
            "the" or "this" or "its" or "their" or "these" or "both" or "that" or "'s" => Determiner.Definite,
            "no" or "any" or "such" or "without" or "every" or "each" => Determiner.Negative,
            _ => Determiner.Bare,
        };
        return new(from, to, noun, kind, determiner, plural, title) { IsContext = determiner is not Determiner.Indefinite && InstrumentContext.Context(page, from, s) || determiner is Determiner.Indefinite && page.Low(from - 2) is "under", IsPossible = InstrumentContext.Possible(page, from, noun) || InstrumentContext.Discussed(page, to, s) || plural && InstrumentContext.WithMany(page, to) };
    }
}
