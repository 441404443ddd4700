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
        if (before is null && after is { Event: "signed" } early && Firstly(page, early.At) && After(page, m, all, s, early.At + 1) is { Event: not "dated" } now && !Long(page, now.At, s)) return (now, early);
        if (before is null || after is null) return (before ?? after, null);
        if (before.Value.Event is "announced" && after.Value.Event is not "announced" && !Firstly(page, after.Value.At)) return (after, null);
        if (before.Value.Event is "renewed" or "extended" or "terminated" or "announced" or "suspended" && after.Value.Event is "signed" or "dated") return (before, after);
        if (before.Value is { Event: "signed", Mood: Mood.Happened } && after.Value is { Event: "signed", Mood: Mood.Happened, IsPassive: true } && TriggerWords.BySoon(page, after.Value.At)) return (before, after);
        return after.Value.IsPassive && after.Value.At - m.To < 2 && m.From - before.Value.At > 6 ? (after, null) : (before, null);
    }

    /// <summary>"… and renewed in January 2015": that too is history.</summary>
    private static bool Long(Page page, int renewed, Sentence s) =>
        page.DatesIn(renewed + 1, Math.Min(s.To, renewed + 4)).FirstOrDefault() is { Raw.Start.Year: > 0 } date && (page.PublishedDay is { } day && date.Hi is { } hi ? hi.DayNumber < day.DayNumber - Drafts.OldDays : !date.IsDay);

    /// <summary>", which was first signed".</summary>
    private static bool Which(Page page, int k) => page.Low(k - 2) is "which" or "that" || page.Low(k - 3) is "which" or "that";

    /// <summary>"first signed", "originally entered into".</summary>
    private static bool Firstly(Page page, int k) => page.Low(k - 1) is "first" or "originally" or "initially" or "previously";

    private static Trigger? Before(Page page, InstrumentMention m, List<InstrumentMention> all, Sentence s)
    {
        string? changed = null;
        for (var k = m.From - 1; k >= s.From && k > m.From - 45; k--)
        {
            if (Clause(page, k, m) && Keeps(page, k, m, s)) { changed = "extended"; continue; }
            if (page.T[k].Is(';') || Clause(page, k, m)) break;
            if (k == m.From - 1 && page.Low(k) is "renewed" or "extended" or "amended" && page.Low(k - 1) is "the" or "a" or "their" or "its" or "this") { changed = page.Low(k) is "amended" ? null : page.Low(k); continue; }
            if (Covered(all, k, m) && !(changed is "extended" && page.Low(k) is "notes" or "letters") || TriggerWords.Modifies(page, all, k, m)) break;
            if (TriggerWords.Name(page, k)) return Make(page, TriggerWords.Put(page, k, s), s, passive: false);
            if (TriggerWords.Exchange(page, k, s)) return new(k, "signed", Mood.Happened, false);
            if (TriggerWords.Set(page, k, s)) return Make(page, k, s, passive: true);
            if (page.Low(k) is "notice" && page.Low(k - 1) is "given" or "gave" or "gives" or "served" && page.Low(k + 1) is "of") return Make(page, k - 1, s, passive: false) with { Event = "terminated" };
            if (Verbs.Event(page.Low(k)) is null || !Verbs.Fits(page, k, s.To, papers: true)) continue;
            if (TriggerWords.Other(page, k, m)) continue;
            if (Verbs.IsNominal(page.Low(k)) && Verbs.Event(page.Low(k)) is "renewed" or "extended" or "terminated" && TriggerWords.SignedBefore(page, k, s) is >= 0 and var sign) return Make(page, sign, s, passive: false) with { Event = Verbs.Event(page.Low(k))! };
            return Make(page, k, s, passive: false) is { Event: "signed" } act && changed is not null ? act with { Event = changed } : Make(page, k, s, passive: false);
        }
        return null;
    }

    /// <summary>"exchanged notes that keep the agreement in force": what is told of the agreement is in a clause of its own.</summary>
    private static bool Clause(Page page, int k, InstrumentMention m) =>
        page.Low(k) is "that" or "which" && k > 0 && page.T[k - 1].IsWord && k + 1 < m.From && page.T[k + 1].Shape is Shape.Lower && page.At[k + 1] is null && !Gazetteer.Words.Function.Contains(page.Low(k + 1)) && !Verbs.IsAct(page.Low(k + 1)) && page.Low(k + 1) is "keep" or "keeps" or "governs" or "implements" or "complements" or "supplements" or "underpins" or "made" or "makes" or "follows" or "replaces" or "expands" or "builds";

    /// <summary>"… that keep the agreement in force until 2029", "that extend the pact".</summary>
    private static bool Keeps(Page page, int k, InstrumentMention m, Sentence s)
    {
        if (page.Low(k + 1) is not ("keep" or "keeps")) return false;
        for (var i = m.To; i + 1 < s.To && i < m.To + 4; i++) if (page.Low(i) is "in" && page.Low(i + 1) is "force" or "effect" || page.Low(i) is "alive" or "running") return true;
        return false;
    }

    /// <summary>Notes and letters that only carry what happens to the agreement named after them: "exchanged notes extending the agreement".</summary>
    public static bool Carries(Page page, InstrumentMention m, List<InstrumentMention> all)
    {
        if (page.Low(m.Noun) is not ("notes" or "letters") || all.Find(o => o.From > m.To && o.From < m.To + 20 && !o.IsPlural) is not { } other) return false;
        for (var k = m.To; k < other.From; k++) if (page.Low(k) is "keep" or "keeps" or "extending" or "extend" or "extends" or "prolonging" or "prolong" or "prolongs" or "renewing" or "renew") return true;
        return false;
    }

    private static Trigger? After(Page page, InstrumentMention m, List<InstrumentMention> all, Sentence s, int start)
    {
        for (var k = start; k < s.To && k < m.To + 60; k++)
        {
            if (page.T[k].Is(';') || Covered(all, k, m) || Attached(page, all, k, m)) break;
            var low = page.Low(k);
            if (low is "dates" or "dated" or "dating" && page.Low(k + 1) is "from" or "back" || low is "dated" && page.Low(k - 1) is "is" or "," or "was") return new(k, "dated", Mood.Happened, true);
            if (low is "bears" or "bore" or "carries" or "carried" && page.Low(k + 2) is "signatures" or "signature") return new(k, "signed", Modality.Of(page, k, s), true);
            if (low is "given" && Be(page, k) && TriggerWords.MoreYears(page, k)) return new(k, "extended", Modality.Of(page, k, s), true);
            if (low is "followed" && k == m.To && page.Low(k + 1) is "on" or "in" && m.Determiner is Determiner.Definite or Determiner.Indefinite) return new(k, "signed", Modality.Of(page, k, s), true);
            if (low is "concluded" or "ended" && page.Low(k + 1) is "with" && page.Low(k - 1) is "and" or "&") continue;
            if (m.IsContext && Be(page, k) && !Which(page, k) || m.Kind is "amendment" && Verbs.Event(low) is not "signed") continue;
            if (TriggerWords.Name(page, k)) return Make(page, TriggerWords.Put(page, k, s), s, passive: false);
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

    /// <summary>"The arrangement falls under the memorandum, which was first signed in 2006": the clause right after another one speaks of that.</summary>
    private static bool Attached(Page page, List<InstrumentMention> all, int k, InstrumentMention m)
    {
        if (page.Low(k) is "which" && k > 0 && page.T[k - 1].Is(',') && all.FindLast(o => o.To <= k) is { IsContext: true } near && near != m) return true;
        foreach (var other in all)
            if (other != m && other.From >= m.To && (k == other.To && page.Low(k) is "which" or "that" or "signed" or "first" || k == other.To + 1 && page.T[other.To].Is(',') && page.Low(k) is "which" or "that" or "first" or "originally" or "signed")) return true;
        return false;
    }

    /// <summary>"concluded negotiations on a treaty": nothing is signed yet.</summary>
    private static bool Negotiated(Page page, int k)
    {
        if (page.Low(k) is "concluded" or "ended") for (var i = k - 1; i >= 0 && i > k - 20 && !page.T[i].Is('.'); i--) if (page.Low(i) is "negotiations" or "negotiation") return true;
        for (var i = k + 1; i < k + 5; i++) if (page.Low(i) is "negotiations" or "negotiation" or "talks" or "discussions" or "preparations") return true;
        return page.Low(k - 1) is "were" or "been" && page.Low(k - 2) is "negotiations" or "have" && page.Low(k - 3) is "negotiations";
    }

    private static Trigger Make(Page page, int k, Sentence s, bool passive) =>
        new(k, Negotiated(page, k) ? "announced" : Verbs.Event(page.Low(k)) ?? "signed", Modality.Of(page, k, s), passive || Verbs.IsParticiple(page.Low(k)) && Be(page, k));
}
