using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Finds the nouns of instruments and tells the kind by the words before them.</summary>
internal static class InstrumentNouns
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Generic = Words.Set("agreement agreements pact pacts accord accords deal arrangement arrangements protocol protocols contract contracts declaration charter");

    public static List<InstrumentMention> In(Page page, Sentence sentence)
    {
        var found = new List<InstrumentMention>();
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (At(page, i, sentence) is not { } mention) continue;
            if (found.Count > 0 && found[^1].To > mention.From) mention = mention with { From = Math.Min(found[^1].To, mention.Noun) };
            if (found.Count > 0 && !found[^1].IsContext && (Succeeds(page.Low(mention.From - 1)) || Succeeds(page.Low(mention.From - 2)) && page.T[mention.From - 1].Shape is Shape.Lower)) mention = mention with { IsContext = true };
            if (found.Count > 0 && found[^1].Determiner is Determiner.Negative && mention.Determiner is Determiner.Bare && Or(page, found[^1].To, mention.From)) mention = mention with { Determiner = Determiner.Negative };
            found.Add(mention);
            i = mention.To - 1;
        }
        return found;
    }

    /// <summary>"signed an agreement, renewing a pact of 2003": what another one takes the place of.</summary>
    internal static bool Succeeds(string low) => low is "renewing" or "replacing" or "superseding" or "succeeding" or "updating" or "replaces" or "supersedes" or "succeeds" or "follows";

    /// <summary>"No agreement, memorandum or letter": one "no" for all of them.</summary>
    private static bool Or(Page page, int from, int to)
    {
        if (to - from > 3) return false;
        for (var k = from; k < to; k++) if (!(page.T[k].Is(',') || page.Low(k) is "or" or "and" or "nor")) return false;
        return to > from;
    }

    private static InstrumentMention? At(Page page, int i, Sentence s)
    {
        if (page.At[i] is Names.OrganisationMention or Names.PersonMention) return null;
        var low = page.Low(i);
        if (low is "memorandum" or "memoranda" or "memorandums") return Memorandum(page, i, s);
        if (low is "mou" or "mous" or "moc") return Make(page, i, i + 1, i, "mou", s, low is "mous");
        if (low is "moa" or "moas") return Make(page, i, i + 1, i, "moa", s, low is "moas");
        if (low is "loi" or "lois") return Make(page, i, i + 1, i, "loi", s, low is "lois");
        if (low is "letter" or "letters" or "statement" or "declaration" && page.Low(i + 1) is "of" && page.Low(i + 2) is "intent" or "interest" or "intention") return Make(page, i, i + 3, i, "loi", s, low is "letters");
        if (low is "nda" && page.Low(i - 1) is "an" or "the" or "a" or "signed" or "mutual") return Make(page, i, i + 1, i, "nda", s, false);
        if (low is "programme" or "program" or "plan" or "exchange" && page.Low(i + 1) is "of" && page.Low(i + 2) is "cooperation" or "co-operation" or "action" or "letters" && (Signed(page, i, s) || low is "exchange" && page.Low(i + 3) is "of" or "from" or "dated" && page.DatesIn(i + 4, i + 5).Any())) return Make(page, i, i + 3, i, "other", s, false);
        if (low is "notes" or "letters" && page.Low(i - 1) is "exchanged" && page.Low(i + 1) is not "of") return Make(page, i, i + 1, i, "other", s, false);
        if (low is "terms" && page.Low(i + 1) is "of" && page.Low(i + 2) is "reference" && Signed(page, i, s, changes: true)) return Make(page, i, i + 3, i, "other", s, false);
        if (low is "statement" or "communiqué" && page.Low(i - 1) is "joint" && Signed(page, i, s)) return Make(page, i, i + 1, i, "other", s, false);
        if (low is "treaty" or "treaties" || low is "convention" && page.T[i].IsName) return Make(page, i, i + 1, i, "treaty", s, low is "treaties");
        if (low is "amendment" or "addendum" && page.Low(i + 1) is not "bill" and not "act") return Make(page, i, i + 1, i, "amendment", s, false);
        if (low is "framework") return Framework(page, i, s);
        if (low is "document" or "documents" or "papers" or "original" && (page.Low(i - 1) is "the" or "these" or "this" || page.Low(i - 1) is "renewed" or "extended" or "new" or "amended" && page.Low(i - 2) is "the")) return Make(page, i, i + 1, i, null, s, false) is { } back ? back with { IsAnaphor = true } : null;
        if (low is "protocol" && page.Low(i - 1) is "supplementary" or "additional" or "amending") return Make(page, i, i + 1, i, "amendment", s, false);
        if (low is "programme" or "program" or "plan" && page.T[i].IsName && page.Low(i - 1) is "executive" or "work" or "working" or "action" or "cooperation" or "exchange" && page.T[i - 1].IsName && Signed(page, i, s)) return Make(page, i, i + 1, i, "other", s, false);
        if (low is "protocol" && page.Low(i + 1) is "to" && page.Low(i + 2) is "the" or "their" or "its" && Agreed(page, i + 3, s)) return Make(page, i, i + 1, i, "amendment", s, false);
        if (low is "protocol" && !page.T[i].IsName && page.Low(i - 1) is "accession" or "cooperation" or "technical" or "joint" or "implementation" && Signed(page, i, s)) return Make(page, i, i + 1, i, "other", s, false);
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
        var kind = page.Low(i + 2) is "agreement" ? "moa" : page.Low(i + 2) is "understanding" or "understandings" or "cooperation" or "co-operation" or "collaboration" or "partnership" ? "mou" : page.Low(i + 2) is "intent" ? "loi" : null;
        return kind is null ? null : Make(page, i, i + 3, i, kind, s, page.Low(i) is not "memorandum");
    }

    private static InstrumentMention? Framework(Page page, int i, Sentence s)
    {
        if (page.Low(i + 1) is "agreement" or "programme" or "program" or "arrangement" or "of" or "conditions" or "nations" or "pact" or "accord") return null;
        if (page.Low(i - 1) is "a" && !page.T[i].IsName && page.Low(i + 1) is "to" or "within" or "that" or "which" or "where" or "for" or "in") return null;
        var mention = Make(page, i, i + 1, i, "framework", s, false);
        return mention is null || mention.Title is null && (mention.Determiner is Determiner.Bare || page.Low(i - 1) is not ("the" or "defence" or "defense" or "cooperation" or "partnership" or "security" or "a")) ? null : mention;
    }

    private static InstrumentMention? Agreement(Page page, int i, Sentence s)
    {
        var low = page.Low(i);
        if (low is "agreement" && page.Low(i - 1) is "in" or "with" or "mutual" or "by" or "into" && page.Low(i + 1) is not ("between" or "with" or "on")) return null;
        if (low is "deal" or "contract" or "contracts" or "declaration" or "charter" && !page.T[i].IsName && page.Low(i - 1) is not ("a" or "the" or "joint" or "cooperation" or "research" or "this")) return null;
        if (low is "protocol" or "protocols" && !InstrumentKinds.Amends(page, i + 1, s) && !(page.T[i].IsName && low is "protocol")) return null;
        return Make(page, i, i + 1, i, InstrumentKinds.Before(page, i, s), s, low[^1] is 's');
    }

    private static InstrumentMention? Make(Page page, int from, int to, int noun, string? kind, Sentence s, bool plural)
    {
        var title = Titles.Of(page, from, to, noun, kind, s);
        while (from > s.From && from > noun - 8 && Modifier(page, from - 1)) from--;
        if (title is { } named)
        {
            (from, to) = (Math.Min(from, named.From), Math.Max(to, named.To));
            while (from > s.From && from > noun - 12 && Modifier(page, from - 1)) from--;
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
        return new(from, to, noun, kind, determiner, plural, title) { IsContext = determiner is not Determiner.Indefinite && Context(page, from, s) || determiner is Determiner.Indefinite && page.Low(from - 2) is "under", IsPossible = Possible(page, from, noun) || Discussed(page, to, s) };
    }

    private static bool Modifier(Page page, int i) =>
        page.T[i].IsWord && page.At[i] is null or Names.StateMention && (page.Low(i) is "new" || !Words.Function.Contains(page.Low(i))) && !Verbs.IsAct(page.Low(i)) && !page.T[i].IsPossessive
        && (page.T[i].IsName || Words.IsField(page.Low(i)) || page.T[i].Shape is Shape.Lower && page.Low(i).Contains('-') || page.Low(i) is "twinning" or "specific" or "existing" or "original" or "earlier" or "previous" or "underlying" or "student" or "long-standing" or "mutual" or "separate" or "ten-year" or "landmark" or "new" or "existing" or "possible" or "potential" or "proposed" or "bilateral" or "non-disclosure" or "implementing" or "licensing" or "license" or "licence" or "tripartite" or "similar" or "amended" or "formal" or "historic");

    private static bool Possible(Page page, int from, int noun)
    {
        for (var k = Math.Max(0, from - 1); k < noun; k++) if (page.Low(k) is "possible" or "potential" or "proposed" or "planned" or "prospective" or "eventual" or "draft") return true;
        for (var k = from - 1; k > from - 5 && k >= 0; k--) if (page.Low(k) is "negotiate" or "prepare" or "explore" or "consider" or "draft" or "discuss" or "study" or "pursue" or "towards" || page.Low(k) is "to" && page.Low(k - 1) is "way" or "step" or "leads" or "lead") return page.Low(k) is not "towards" || page.Low(k - 1) is "step" or "work" or "working";
        return page.Low(from - 2) is "possible" or "potential";
    }

    /// <summary>"has been under discussion", "is being drafted": no instrument yet.</summary>
    private static bool Discussed(Page page, int to, Sentence s)
    {
        for (var k = to; k < s.To && k < to + 12; k++)
        {
            if (page.Low(k) is "under" && page.Low(k + 1) is "discussion" or "negotiation" or "consideration" or "preparation" or "study" && page.Low(k - 1) is "is" or "been" or "was" or "still" or "are" or "remains") return true;
            if (page.Low(k) is "being" && page.Low(k + 1) is "drafted" or "negotiated" or "discussed" or "prepared" or "considered" && page.Low(k - 1) is "is" or "was" or "are" or "still") return true;
            if (page.T[k].Is(';') || page.T[k].Is(',')) return false;
        }
        return false;
    }

    /// <summary>"under the …", "in line with … the …", "amending the …".</summary>
    private static bool Context(Page page, int from, Sentence s)
    {
        for (var k = from - 1; k >= s.From && k >= from - 3; k--)
        {
            if (page.Low(k) is "under" or "within" or "amending" or "amends" or "pursuant" or "amend" or "modifying") return true;
            if (page.Low(k) is "extends" or "extending" or "prolonging" or "extend" && Protocol(page, k, s)) return true;
            if (page.Low(k) is "to" && page.Low(k - 1) is "agreement" or "arrangement" or "protocol" or "amendment" or "annex" or "addendum" or "supplement") return true;
            if (page.T[k].Shape is Shape.Number) continue;
            if (page.Low(k) is not ("the" or "a" or "an" or "its" or "their" or "of" or "to" or "this")) return page.Low(k) is "from" or "with" or "by" or "of" or "guidance" && Guides(page, k, s);
        }
        return false;
    }

    private static bool Protocol(Page page, int k, Sentence s)
    {
        for (var i = k - 1; i >= s.From && i > k - 6; i--) if (page.Low(i) is "protocol" or "amendment") return true;
        return false;
    }

    private static bool Guides(Page page, int k, Sentence s)
    {
        for (var i = k; i >= s.From && i > k - 10; i--) if (page.Low(i) is "line" or "guidance" or "cue" or "guided" or "vision" or "accordance" or "keeping") return true;
        return false;
    }
}
