using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

internal enum Mood { Happened, Planned, Possible, Denied }

/// <summary>Whether an act happened, is planned, is only possible, or is denied.</summary>
internal static class Modality
{
    /// <summary>Mood of the verb at <paramref name="verb"/>, by the words before it in its clause.</summary>
    public static Mood Of(Page page, int verb, Sentence sentence)
    {
        var low = page.Low(verb);
        if (page.Low(verb - 1) is "to" && page.Low(verb - 2) is "decided" or "resolved" && Verbs.Event(low) is "renewed" or "extended" or "terminated" && page.Low(verb - 3) is not ("yet" or "not" or "never" or "be")) return Mood.Happened;
        if (page.Low(verb - 1) is "to" && page.Low(verb - 2) is "notice" && page.Low(verb - 3) is "given" or "gave" or "served") return Mood.Happened;
        if (page.Low(verb + 1) is "when" or "if" or "once" or "unless" && page.Low(verb - 1) is "is" or "are" or "be") return Mood.Possible;
        if (Unreal(page, verb, sentence)) return Mood.Possible;
        if (FalseReport(page, verb, sentence)) return Mood.Denied;
        var mood = Before(page, verb, sentence);
        if (mood is not null) return mood.Value;
        if (After(page, verb, sentence) is { } later) return later;
        if (Verbs.IsNominal(low)) return Nominal(page, verb, sentence);
        if (Verbs.IsBase(low) && (BySigning(page, verb, sentence) || page.Low(verb - 1) is "to" && Came(page, verb - 1, sentence))) return Mood.Happened;
        if (Verbs.IsBase(low)) return sentence.Kind is BlockKind.Headline ? Mood.Happened : Mood.Planned;
        return Mood.Happened;
    }

    /// <summary>"Had A signed the agreement, the reactor would run".</summary>
    private static bool Unreal(Page page, int verb, Sentence s)
    {
        if (page.Low(s.From) is not "had" || verb - s.From > 14) return false;
        for (var k = s.From + 1; k < verb; k++) if (page.T[k].Is(',')) return false;
        return true;
    }

    /// <summary>"Reports that A had signed are false".</summary>
    private static bool FalseReport(Page page, int verb, Sentence s)
    {
        var told = false;
        for (var k = verb - 1; k >= s.From && k > verb - 20; k--) told |= page.Low(k) is "reports" or "report" or "claims" or "claim" or "rumours" or "rumors" or "story" or "stories" or "suggestions" or "speculation";
        for (var k = s.From; told && k < s.To; k++) if (page.Low(k) is "false" or "untrue" or "baseless" or "unfounded" or "fabricated" or "groundless" or "inaccurate" or "incorrect" && page.Low(k - 1) is not "not") return true;
        return false;
    }

    private static Mood? Before(Page page, int verb, Sentence s)
    {
        Mood? found = null;
        for (var k = verb - 1; k >= s.From && k > verb - 9; k--)
        {
            if (page.T[k].Is(';') || page.T[k].Is(':') || page.Low(k) is "but") break;
            switch (page.Low(k))
            {
                case "not" or "never" or "denied" or "denies" or "refused" or "declined" or "rejected" or "yet" or "cannot" or "didn't" or "hasn't" or "without" or "neither" or "nor" or "failed" or "fail" or "fails": return Mood.Denied;
                case "would" when Agreed(page, k, s): found ??= Mood.Planned; break;
                case "agreed" when Verbs.Event(page.Low(verb)) is "extended" or "renewed" && BySigning(page, verb, s): break;
                case "nothing" or "none" or "nobody" when k >= verb - 4:
                case "no" when k == s.From || k == s.From + 1 && page.T[s.From].IsQuote || page.Low(verb - 1) is "was" or "been" or "were": return Mood.Denied;
                case "may" when page.T[k].IsName: break;
                case "could" or "can" or "may" or "might" or "possible" or "possibly" or "possibility" or "if" or "unless" or "hope" or "hopes" or "hoped" or "likely" or "considering" or "consider" or "explore" or "explored" or "wants" or "whether" or "propose" or "proposed" or "would" or "potential": return Mood.Possible;
                case "planned" or "intended" or "hoped" or "expected" when page.Low(k - 1) is "had": return Mood.Possible;
                case "will" or "shall" or "planned" or "plans" or "plan" or "expected" or "due" or "set" or "scheduled" or "slated" or "soon" or "should" or "agreed" or "agree" or "ahead" or "ready" or "poised" or "intend" or "intends": found ??= Mood.Planned; break;
                case "to" when k == verb - 1 && Came(page, k, s): return found;
                case "to" when k >= verb - 2 && !BySigning(page, verb, s) && (Verbs.IsBase(page.Low(verb)) || page.Low(verb - 1) is "be" or "have" or "jointly" or "formally"): found ??= Mood.Planned; break;
                case "after" or "once" or "when" or "if" or "before" or "until" when page.Low(verb - 1) is "is" or "are": return Mood.Possible;
                case "once" or "when" or "until" or "before" when k >= verb - 3 && page.Low(verb - 1) is "is" or "are" or "be" or "once" or "when": return Mood.Possible;
                case "," when page.Mention(k - 1) is null && k < verb - 4: return found;
                case "claimed" or "claims" or "claiming" or "alleged" or "alleging" or "alleges" or "rumoured" or "rumored" or "speculation" or "accused" or "suspected": return Mood.Possible;
                case "urged" or "urges" or "urging" or "asked" or "asks" or "demanded" or "invited" or "petitioned" or "persuade" or "encouraged" when page.Low(verb - 1) is "to": return Mood.Possible;
                case "day" or "moment" when k >= verb - 4 && page.Low(verb - 1) is "is" or "are":
                case "called" or "calls" or "calling" when page.Low(k + 1) is "on" or "for" && page.Low(verb - 1) is "to": return Mood.Possible;
                case "and" when k < verb - 5: return found;
            }
            if (Verbs.IsAct(page.Low(k)) && k < verb - 1 && !page.Low(k, "agreed")) break;
        }
        return found;
    }

    /// <summary>"agreed that an agreement would be signed".</summary>
    private static bool Agreed(Page page, int would, Sentence s)
    {
        for (var k = would - 1; k > s.From; k--)
        {
            if (page.Low(k) is not "that") continue;
            for (var i = k - 1; i >= s.From && i > k - 8; i--) if (page.Low(i) is "agreed" or "decided" or "announced") return true;
        }
        return false;
    }

    /// <summary>"visited X on 3 May to sign", "met in Oslo to sign".</summary>
    private static bool Came(Page page, int to, Sentence s)
    {
        for (var k = to - 1; k >= s.From && k > to - 24; k--)
        {
            if (page.Low(k) is "will" or "would" or "planned" or "due" or "expected" or "set" or "scheduled" or "hope" or "agreed") return false;
            if (page.Low(k) is "visited" or "gathered" or "met" or "came" or "travelled" or "traveled" or "flew") return true;
        }
        return false;
    }

    /// <summary>"agreed to extend the memorandum by signing a protocol".</summary>
    private static bool BySigning(Page page, int verb, Sentence s)
    {
        for (var k = verb + 1; k + 1 < s.To; k++) if (page.Low(k) is "by" && page.Low(k + 1) is "signing") return true;
        return false;
    }

    /// <summary>"signing is expected next week", "signed agreement is a possibility".</summary>
    private static Mood? After(Page page, int verb, Sentence s)
    {
        if (!Verbs.IsNominal(page.Low(verb))) return null;
        for (var k = verb + 1; k < s.To && k < verb + 12; k++)
        {
            if (page.Low(k) is "will" or "expected" or "scheduled" or "planned" or "due" or "slated") return Mood.Planned;
            if (page.Low(k) is "could" or "may" or "might" && !page.T[k].IsName || page.Low(k) is "possibilities" or "possibility" or "possible") return Mood.Possible;
        }
        return null;
    }

    private static Mood Nominal(Page page, int verb, Sentence s)
    {
        for (var k = verb - 1; k >= s.From && k > verb - 6; k--)
        {
            if (page.Low(k) is "for" or "towards" or "before" or "pending" or "planned" or "future" or "on" or "seek" or "seeking" or "is" or "are") return Mood.Planned;
            if (page.Low(k) is "signed" or "inked" or "formalised" or "formalized") return Of(page, k, s);
            if (page.Low(k) is "with" or "witnessed" or "announced" or "announce" or "saw" or "after" or "since" or "following" or "marked" or "by" or "attended" or "celebrated" or "confirmed" or "at" or "during" or "watched" or "welcomed" or "includes" or "included" or "through") return Mood.Happened;
        }
        for (var k = verb + 1; k < s.To && k < verb + 16; k++) if (page.Low(k) is "took" or "was" or "were" or "marks" or "marked" or "follows" or "came" or "comes" or "takes" or "brings" or "also" or "opens" or "ceremony") return Mood.Happened;
        return verb == s.From || page.T[verb - 1].Shape is Shape.Punct && page.Low(verb) is "signature" or "signing" or "renewal" or "extension" ? Mood.Happened : Mood.Planned;
    }
}
