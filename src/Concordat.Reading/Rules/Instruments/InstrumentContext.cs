using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Whether an instrument is named as what another rests on, or is only thought of.</summary>
internal static class InstrumentContext
{
    /// <summary>"agreements with 40 institutions": how many there are, not one of them.</summary>
    public static bool WithMany(Page page, int to) =>
        page.Low(to) is "with" && to + 2 < page.T.Count && page.T[to + 2].Shape is Shape.Lower && (page.T[to + 1].Shape is Shape.Number || page.Low(to + 1) is "several" or "many" or "various" or "other" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "dozens" or "numerous" or "over");

    /// <summary>"signed an agreement, renewing a pact of 2003": what another one takes the place of.</summary>
    public static bool Succeeds(string low) => low is "renewing" or "replacing" or "superseding" or "succeeding" or "updating" or "replaces" or "supersedes" or "succeeds" or "follows";

    public static bool Modifier(Page page, int i) =>
        page.T[i].IsWord && page.At[i] is null or Names.StateMention && (page.Low(i) is "new" || !Words.Function.Contains(page.Low(i))) && !Verbs.IsAct(page.Low(i)) && !page.T[i].IsPossessive
        && (page.T[i].IsName || Words.IsField(page.Low(i)) || page.T[i].Shape is Shape.Lower && page.Low(i).Contains('-') || page.Low(i) is "twinning" or "specific" or "existing" or "original" or "earlier" or "previous" or "underlying" or "student" or "long-standing" or "mutual" or "separate" or "ten-year" or "landmark" or "new" or "existing" or "possible" or "potential" or "proposed" or "bilateral" or "non-disclosure" or "implementing" or "licensing" or "license" or "licence" or "tripartite" or "intergovernmental" or "trilateral" or "technical" or "institutional" or "university-wide" or "similar" or "amended" or "formal" or "historic");

    public static bool Possible(Page page, int from, int noun)
    {
        for (var k = Math.Max(0, from - 1); k < noun; k++) if (page.Low(k) is "possible" or "potential" or "proposed" or "planned" or "prospective" or "eventual" or "draft") return true;
        for (var k = from - 1; k > from - 5 && k >= 0 && !page.T[k].Is('.'); k--) if (page.Low(k) is "negotiate" or "prepare" or "explore" or "consider" or "draft" or "discuss" or "study" or "pursue" or "towards" || page.Low(k) is "to" && page.Low(k - 1) is "way" or "step" or "leads" or "lead") return page.Low(k) is not "towards" || page.Low(k - 1) is "step" or "work" or "working";
        return page.Low(from - 2) is "possible" or "potential" || Begun(page, from);
    }

    /// <summary>"to start negotiations on a supply arrangement and a procurement agreement".</summary>
    private static bool Begun(Page page, int from)
    {
        for (var k = from - 1; k > from - 18 && k > 1; k--)
        {
            if (page.T[k].Is('.') || page.T[k].Is(';')) return false;
            if (page.Low(k) is not ("negotiations" or "talks") || page.Low(k + 1) is not ("on" or "for" or "towards" or "toward" or "over")) continue;
            for (var i = k - 1; i > k - 5 && i >= 0; i--) if (page.Low(i) is "start" or "begin" or "open" or "launch" or "enter" or "resume" or "continue" or "hold" or "started" or "begun" or "began" or "opened" or "launched" or "continuing" or "ongoing") return true;
            return false;
        }
        return false;
    }

    /// <summary>"has been under discussion", "is being drafted": no instrument yet.</summary>
    public static bool Discussed(Page page, int to, Sentence s)
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
    public static bool Context(Page page, int from, Sentence s)
    {
        for (var k = from - 1; k >= s.From && k >= from - 3; k--)
        {
            if (page.Low(k) is "under" && TriggerWords.Set(page, k - 1, s)) return false;
            if (page.Low(k) is "under" or "within" or "amending" or "amends" or "pursuant" or "amend" or "modifying") return true;
            if (page.Low(k) is "extends" or "extending" or "prolonging" or "extend" && Protocol(page, k, s)) return true;
            if (page.Low(k) is "to" && page.T[k - 1].Shape is Shape.Number && page.Low(k - 2) is "annex" or "amendment" or "addendum" or "protocol" or "supplement" or "appendix") return true;
            if (page.Low(k) is "to" && page.Low(k - 1) is "agreement" or "arrangement" or "protocol" or "amendment" or "annex" or "addendum" or "supplement") return true;
            if (page.T[k].Shape is Shape.Number) continue;
            if (Rests(page, k)) return true;
            if (page.Low(k) is not ("the" or "a" or "an" or "its" or "their" or "of" or "to" or "this")) return page.Low(k) is "from" or "with" or "by" or "of" or "guidance" && Guides(page, k, s);
        }
        return false;
    }

    /// <summary>"is based on the", "gives effect to the", "builds on the", "implements the": what an instrument rests on.</summary>
    public static bool Rests(Page page, int k) =>
        page.Low(k) is "on" or "upon" && page.Low(k - 1) is "based" or "builds" or "building" or "rests" or "draws" or "drawing" or "founded"
        || page.Low(k) is "to" && page.Low(k - 1) is "effect" && page.Low(k - 2) is "gives" or "gave" or "giving" || page.Low(k) is "implements" or "implementing" && page.T[k].Shape is Shape.Lower;

    public static bool Protocol(Page page, int k, Sentence s)
    {
        for (var i = k - 1; i >= s.From && i > k - 6; i--) if (page.Low(i) is "protocol" or "amendment") return true;
        return false;
    }

    public static bool Guides(Page page, int k, Sentence s)
    {
        for (var i = k; i >= s.From && i > k - 10; i--) if (page.Low(i) is "line" or "guidance" or "cue" or "guided" or "vision" or "accordance" or "keeping") return true;
        return false;
    }
}
