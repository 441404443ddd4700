namespace Concordat.Reading.Rules.Instruments;

/// <summary>Verbs of what can happen to an instrument.</summary>
internal static class Verbs
{
    private static readonly System.Collections.Frozen.FrozenDictionary<string, string> EventOf = Map(
        "signed:signed sign signs signing inked ink inks inking penned pens concluded concludes conclude concluding formalised formalized formalises formalizes sealed sealing struck executed countersigned clinched exchanged entered enters entering enter",
        "renewed:renewed renews renew renewing renewal",
        "extended:extended extends extend extending extension prolonged prolongs prolonging",
        "terminated:terminated terminates terminate terminating termination ended ends end ending cancelled canceled cancels cancelling discontinued discontinues denounced denounces scrapped scraps scrapping revoked revokes annulled rescinded rescinds axed ditched severed severs snapped withdrew withdraws withdrawing withdrawn pulled pulls pulling",
        "suspended:suspended suspends suspend suspending paused pauses froze frozen",
        "announced:announced announces initialled initialed approved approves finalised finalized negotiated negotiating");

    private static System.Collections.Frozen.FrozenDictionary<string, string> Map(params string[] rows) =>
        System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
            rows.SelectMany(row => row.Split(':')[1].Split(' ').Select(verb => (verb, row.Split(':')[0]))), p => p.verb, p => p.Item2);

    /// <summary>"Instruments of ratification were exchanged".</summary>
    private static bool Ratified(Page page, int i)
    {
        for (var k = i - 1; k >= 0 && k > i - 20 && !page.T[k].Is('.'); k--) if (page.Low(k) is "ratification" or "draft" or "drafts") return true;
        return page.Low(i + 2) is "draft" or "drafts" || page.Low(i + 1) is "drafts" || page.Low(i + 3) is "ratification";
    }

    public static bool IsAct(string low) => EventOf.ContainsKey(low);
    public static string? Event(string low) => EventOf.GetValueOrDefault(low);
    public static bool IsNominal(string low) => low is "signing" or "renewal" or "extension" or "termination" or "sealing" or "renewing" or "extending" or "concluding" or "inking" or "ending" or "terminating" or "entering" or "cancelling" or "scrapping" or "end" or "signature" or "exchange";
    public static bool IsParticiple(string low) => low.EndsWith("ed", StringComparison.Ordinal) || low is "struck" or "penned";
    public static bool IsBase(string low) => low is "sign" or "ink" or "conclude" or "enter" or "renew" or "extend" or "terminate" or "end";
    public static bool IsPresent(string low) => low is "signs" or "inks" or "concludes" or "formalises" or "formalizes" or "enters" or "renews" or "extends" or "prolongs" or "terminates" or "ends" or "cancels" or "scraps" or "revokes" or "rescinds" or "pens" or "severs";

    /// <summary>An act of the right sort in place: "entered" only with "into", "exchanged" only for papers.</summary>
    public static bool Fits(Page page, int i, int to, bool papers)
    {
        var low = page.Low(i);
        if (low is "entered" or "enters" or "enter" or "entering" && page.Low(i + 1) is "into" && page.Low(i + 2) is "force" or "effect" or "operation") return false;
        if (low is "entered" or "enters" or "enter" or "entering") return page.Low(i + 1) is "into" || page.Low(i + 2) is "into" || page.Low(i + 3) is "into" && i + 3 < to;
        if (low.StartsWith("withdr", StringComparison.Ordinal)) return page.Low(i + 1) is "from";
        if (low is "pulled" or "pulls" or "pulling") return page.Low(i + 1) is "out" && page.Low(i + 2) is "of";
        if (low is "signed" or "signs" or "sign" && (page.Low(i + 1) is "on" or "up" && page.Low(i + 2) is "to" || page.Low(i + 1) is "off")) return false;
        if (low is "exchanged") return papers && !Ratified(page, i);
        if (low is "ends" or "end" or "ending") return page.Low(i - 1) is not ("the" or "an" or "at" or "by" or "year") || papers && page.Low(i) is not "end";
        if (low is "negotiating" or "negotiated") return true;
        return page.At[i] is null;
    }
}
