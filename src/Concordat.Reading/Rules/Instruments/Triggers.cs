using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>The verb that says what happened to an instrument.</summary>
internal readonly record struct Trigger(int At, string Event, Mood Mood, bool IsPassive);

internal static class Triggers
{
    /// <summary>The governing verb, and a second one that tells the instrument's past ("renewed the MoU, first signed in 2015").</summary>
    public static (Trigger? Main, Trigger? Past) Of(Page page, InstrumentMention m, List<InstrumentMention> all, Sentence s)
    {
        var before = m.IsContext ? null : Before(page, m, all, s);
        var after = After(page, m, all, s, m.To);
        // "The agreement, first signed in 2018, was renewed": the second verb tells what happened now.
        if (before is null && after is { Event: "signed" } early && Firstly(page, early.At) && After(page, m, all, s, early.At + 1) is { Event: not "dated" } now && !(page.Low(now.At + 1) is "in" && DateExpressions.DateGrammar.YearAt(page.T, now.At + 2, s.To) > 0)) return (now, early);
        if (before is null || after is null) return (before ?? after, null);
        if (before.Value.Event is "announced" && after.Value.Event is not "announced" && !Firstly(page, after.Value.At)) return (after, null);
        if (before.Value.Event is "renewed" or "extended" or "terminated" or "announced" or "suspended" && after.Value.Event is "signed" or "dated") return (before, after);
        if (before.Value is { Event: "signed", Mood: Mood.Happened } && after.Value is { Event: "signed", Mood: Mood.Happened, IsPassive: true } && BySoon(page, after.Value.At)) return (before, after);
        return after.Value.IsPassive && after.Value.At - m.To < 2 && m.From - before.Value.At > 6 ? (after, null) : (before, null);
    }

    private static bool BySoon(Page page, int k)
    {
        for (var i = k + 1; i < k + 6; i++) if (page.Low(i) is "by") return true;
        return false;
    }

    /// <summary>"first signed", "originally entered into".</summary>
    private static bool Firstly(Page page, int k) => page.Low(k - 1) is "first" or "originally" or "initially" or "previously";

    private static Trigger? Before(Page page, InstrumentMention m, List<InstrumentMention> all, Sentence s)
    {
        string? changed = null;
        for (var k = m.From - 1; k >= s.From && k > m.From - 45; k--)
        {
            if (page.T[k].Is(';')) break;
            if (k == m.From - 1 && page.Low(k) is "renewed" or "extended" or "amended" && page.Low(k - 1) is "the" or "a" or "their" or "its" or "this") { changed = page.Low(k) is "amended" ? null : page.Low(k); continue; }
            if (Covered(all, k, m) || Modifies(page, all, k, m)) break;
            if (Name(page, k)) return Make(page, Put(page, k, s), s, passive: false);
            if (page.Low(k) is "notice" && page.Low(k - 1) is "given" or "gave" or "gives" or "served" && page.Low(k + 1) is "of") return Make(page, k - 1, s, passive: false) with { Event = "terminated" };
            if (Verbs.Event(page.Low(k)) is null || !Verbs.Fits(page, k, s.To, papers: true)) continue;
            if (Other(page, k, m)) continue;
            if (Verbs.IsNominal(page.Low(k)) && Verbs.Event(page.Low(k)) is "renewed" or "extended" or "terminated" && SignedBefore(page, k, s) is >= 0 and var sign) return Make(page, sign, s, passive: false) with { Event = Verbs.Event(page.Low(k))! };
            return Make(page, k, s, passive: false) is { Event: "signed" } act && changed is not null ? act with { Event = changed } : Make(page, k, s, passive: false);
        }
        return null;
    }

    /// <summary>"The document, signed yesterday, opens the way to a framework": the participle of another one.</summary>
    private static bool Modifies(Page page, List<InstrumentMention> all, int k, InstrumentMention m)
    {
        if (!Verbs.IsParticiple(page.Low(k)) || k == 0) return false;
        var end = page.T[k - 1].Is(',') ? k - 1 : k;
        foreach (var other in all) if (other != m && other.To == end) return true;
        return false;
    }

    /// <summary>"signed a five-year extension of": the signing that the noun stands under; -1 where none does.</summary>
    private static int SignedBefore(Page page, int k, Sentence s)
    {
        for (var i = k - 1; i >= s.From && i > k - 6; i--)
        {
            if (Verbs.Event(page.Low(i)) is "signed" && page.Low(i) is not "exchanged") return i;
            if (page.At[i] is not null || page.T[i].IsName || page.T[i].Shape is Shape.Punct) return -1;
        }
        return -1;
    }

    /// <summary>"was given five more years", "another three years".</summary>
    private static bool MoreYears(Page page, int k)
    {
        for (var i = k + 1; i < k + 6; i++) if (page.Low(i) is "years" or "year") return page.Low(i - 1) is "more" || page.Low(k + 1) is "another" || page.Low(k + 2) is "further";
        return false;
    }

    /// <summary>"put their names to", "put his signature to", "affixed their signatures to".</summary>
    private static bool Name(Page page, int k) => page.Low(k) is "names" or "name" or "signature" or "signatures" && page.Low(k + 1) is "to" or "on" || page.Low(k) is "pen" && page.Low(k + 1) is "to" && page.Low(k + 2) is "paper";

    private static int Put(Page page, int k, Sentence s)
    {
        for (var i = k - 1; i >= s.From && i > k - 5; i--) if (page.Low(i) is "put" or "puts" or "affixed" or "set") return i;
        return k;
    }

    /// <summary>"extended an invitation", "concluded the visit", "ended in", "exchanged views on".</summary>
    private static bool Other(Page page, int k, InstrumentMention m)
    {
        if (page.Low(k) is "concluded" or "concludes" or "ended" or "ends" && page.Low(k + 1) is "with" or "in" or "when" or "by" or "on" or "after" or "at" or ",") return true;
        if (Verbs.Event(page.Low(k)) is "terminated" or "extended" or "suspended" && Apart(page, k, m)) return true;
        return page.Low(k) is "extended" or "extend" or "extending" && page.Low(k + 1) is "his" or "her" or "gratitude" or "thanks" or "warm" or "congratulations";
    }

    /// <summary>Ending and extending take their object at once: "ended its MoU", not "ended the day after an agreement".</summary>
    private static bool Apart(Page page, int k, InstrumentMention m)
    {
        for (var i = k + 1; i < m.From; i++) if (!(page.T[i].Shape is Shape.Lower && page.Low(i).Contains('-') || i == m.From - 1 && page.T[i].Shape is Shape.Lower && !Gazetteer.Words.Function.Contains(page.Low(i))) && page.Low(i) is not ("with" or "immediate" or "effect" or "unilaterally" or "formally" or "yesterday" or "today" or "five" or "three" or "two" or "years" or "by" or "for" or "another" or "further" or "four" or "ten" or "six" or "seven" or "eight" or "one" or "year" or "until" or "to" or "of" or "from" or "out" or "joint" or "the" or "its" or "their" or "all" or "this" or "that" or "an" or "a" or "both" or "'s") && page.At[i] is null && page.T[i].Shape is not Shape.Number) return true;
        return false;
    }

    private static Trigger? After(Page page, InstrumentMention m, List<InstrumentMention> all, Sentence s, int start)
    {
        for (var k = start; k < s.To && k < m.To + 60; k++)
        {
            if (page.T[k].Is(';') || Covered(all, k, m)) break;
            var low = page.Low(k);
            if (low is "dates" or "dated" or "dating" && page.Low(k + 1) is "from" or "back" || low is "dated" && page.Low(k - 1) is "is" or "," or "was") return new(k, "dated", Mood.Happened, true);
            if (low is "bears" or "bore" or "carries" or "carried" && page.Low(k + 2) is "signatures" or "signature") return new(k, "signed", Modality.Of(page, k, s), true);
            if (low is "given" && Be(page, k) && MoreYears(page, k)) return new(k, "extended", Modality.Of(page, k, s), true);
            if (low is "followed" && k == m.To && page.Low(k + 1) is "on" or "in" && m.Determiner is Determiner.Definite or Determiner.Indefinite) return new(k, "signed", Modality.Of(page, k, s), true);
            if (low is "concluded" or "ended" && page.Low(k + 1) is "with" && page.Low(k - 1) is "and" or "&") continue;
            if (m.IsContext && Be(page, k) || m.Kind is "amendment" && Verbs.Event(low) is not "signed") continue;
            if (Name(page, k)) return Make(page, Put(page, k, s), s, passive: false);
            if (Verbs.Event(low) is null || !Verbs.Fits(page, k, s.To, papers: true)) continue;
            if (Participle(page, k, m) || Relative(page, k, m)) return Make(page, k, s, passive: !Relative(page, k, m) || Be(page, k));
        }
        return null;
    }

    /// <summary>"was signed", "has been signed", "signed by", "signed in", "renewed in".</summary>
    private static bool Participle(Page page, int k, InstrumentMention m)
    {
        if (!Verbs.IsParticiple(page.Low(k))) return Verbs.IsNominal(page.Low(k)) && page.Low(k - 1) is "'s" or "the" && k - m.To < 3;
        if (Be(page, k)) return true;
        if (page.Low(k + 1) is not ("by" or "between" or "in" or "on" or "at" or "with" or "here" or "today" or "yesterday" or "last" or "during" or "earlier" or "that") && !page.T[Math.Min(k + 1, page.T.Count - 1)].Is(',') && !DateExpressions.DateWords.IsWeekday(page.Low(k + 1))) return false;
        return k - m.To < 4 || page.Low(k - 1) is "first" or "originally" or "initially" or "and" or "," || page.T[k - 1].Is(',');
    }

    private static bool Be(Page page, int k)
    {
        for (var b = k - 1; b > k - 5 && b >= 0; b--)
        {
            if (page.Low(b) is "was" or "were" or "been" or "be" or "is" or "are" or "being") return true;
            if (!page.Low(b).EndsWith("ly", StringComparison.Ordinal) && page.Low(b) is not ("earlier" or "first" or "not" or "also" or "today" or "jointly" or "since")) return false;
        }
        return false;
    }

    /// <summary>"that the two countries signed in 2005", "which A and B have formalised".</summary>
    private static bool Relative(Page page, int k, InstrumentMention m)
    {
        if (page.Low(m.To) is "it" or "they" && k - m.To < 4) return !Verbs.IsNominal(page.Low(k));
        for (var r = m.To; r < k && r < m.To + 8 && (!page.T[r].Is(',') || page.Low(r + 1) is "which") && (r < m.To + 3 || page.T[r - 1].Is(',') || page.Low(m.To) is "on" or "for" or "in"); r++) if (page.Low(r) is "that" or "which") return !Verbs.IsNominal(page.Low(k));
        return false;
    }

    private static bool Covered(List<InstrumentMention> all, int k, InstrumentMention m)
    {
        foreach (var other in all) if (other != m && !other.IsContext && k >= other.From && k < other.To) return true;
        return false;
    }

    /// <summary>"concluded negotiations on a treaty": nothing is signed yet.</summary>
    private static bool Negotiated(Page page, int k)
    {
        for (var i = k + 1; i < k + 5; i++) if (page.Low(i) is "negotiations" or "negotiation" or "talks" or "discussions" or "preparations") return true;
        return page.Low(k - 1) is "were" or "been" && page.Low(k - 2) is "negotiations" or "have" && page.Low(k - 3) is "negotiations";
    }

    private static Trigger Make(Page page, int k, Sentence s, bool passive) =>
        new(k, Negotiated(page, k) ? "announced" : Verbs.Event(page.Low(k)) ?? "signed", Modality.Of(page, k, s), passive || Verbs.IsParticiple(page.Low(k)) && Be(page, k));
}
