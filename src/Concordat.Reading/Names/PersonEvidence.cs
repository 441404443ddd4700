using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>What makes capitalised words a person's name: honorifics, verbs of people, places in a list.</summary>
internal static class PersonEvidence
{
    public static bool Sure(Page page, int from, int to)
    {
        for (var i = from; i < to; i++) if (Roles.SureHonorific.Contains(page.Low(i)) && page.T[i].IsName) return true;
        return false;
    }

    /// <summary>"Minister for Primary Healthcare, Dr X": the last word of an office whose holder follows.</summary>
    public static bool Goes(Page page, RoleSpan? before, int to, Sentence sentence)
    {
        if (before is null || to + 1 >= sentence.To || !page.T[to].Is(',') || !Roles.SureHonorific.Contains(page.Low(to + 1)) || !page.T[to + 1].IsName) return false;
        for (var k = before.Value.From; k < before.Value.To; k++) if (page.Low(k) is "for" or "of") return true;
        return false;
    }

    /// <summary>"the director of Cursos Internacionales, Dr X": what somebody heads, not who.</summary>
    public static bool OfRole(Page page, int from, int to, Sentence sentence) =>
        from > sentence.From + 1 && to + 1 < sentence.To && page.Low(from - 1) is "of" && Roles.Head.Contains(page.Low(from - 2)) && page.T[to].Is(',') && page.T[to + 1].IsName && Roles.SureHonorific.Contains(page.Low(to + 1));

    /// <summary>"(left)", "(R)", "(second from right)" in a caption; returns the token after it.</summary>
    public static int AfterPlace(Page page, int i, Sentence sentence)
    {
        if (i + 2 >= sentence.To || !page.T[i].Is('(')) return i;
        for (var k = i + 1; k < sentence.To && k < i + 6; k++)
        {
            if (page.T[k].Is(')')) return k + 1;
            if (!(page.Low(k) is "left" or "right" or "l" or "r" or "c" or "centre" or "center" or "from" or "second" or "third" or "far" or "first" or "middle" or "pictured" or "front" or "row" or ",")) return i;
        }
        return i;
    }

    /// <summary>"The rectors of X and Y, A and B,": names after an office in the plural.</summary>
    public static bool AfterPlural(Page page, Sentence sentence, int from, int to)
    {
        if (!page.T[from - 1].Is(',') || to + 1 >= sentence.To || page.Low(to) is not "and" || !PersonNames.IsPart(page, to + 1)) return false;
        for (var k = sentence.From; k < from && k < sentence.From + 9; k++) if (page.T[k].Shape is Shape.Lower && IsPlural(page.Low(k))) return true;
        return false;
    }

    /// <summary>What only people do, or what is done only with people.</summary>
    public static bool Evidence(Page page, Sentence sentence, int from, int to)
    {
        if (PersonNames.FullWords(page, from, to) > 4) return false;
        if (page.Low(from - 1) is "and" or "&" && page.Mention(page.T[Math.Max(0, from - 2)].Is(')') ? from - 4 : from - 2) is OrganisationMention beside && PersonAhead(page, sentence, beside)) return false;
        if (to < sentence.To && Roles.HumanVerb.Contains(page.Low(to))) return true;
        if (to + 1 < sentence.To && page.T[to].Is(',') && page.Low(to + 1) is "who") return true;
        if (to + 1 < sentence.To && page.Low(to) is "of" or "for" or "from" && page.At[page.Low(to + 1, "the") && to + 2 < sentence.To ? to + 2 : to + 1] is OrganisationMention or StateMention) return page.Low(to - 1) is not "bay";
        if (from == sentence.From) return false;
        if (AfterPlural(page, sentence, from, to)) return true;
        if (page.T[from - 1].Is(',') && page.Low(from - 2) is "counterpart") return true;
        if (page.Low(from - 1) is "between") return Spoke(page, sentence, from - 1);
        return page.Low(from - 1) is "by" or "told" or "through" or "thanked" or "congratulated" or "met" or "counterpart" or "counterparts" or "minister" or "including" or "namely" || page.T[from - 1].Is(':') && to < sentence.To && page.T[to].Is(',');
    }

    /// <summary>"talks between A and B": only people talk; islands lie between others.</summary>
    private static bool Spoke(Page page, Sentence sentence, int between)
    {
        for (var k = between - 1; k >= sentence.From && k > between - 8; k--) if (page.Low(k) is "talks" or "meeting" or "signed" or "discussions" or "discussion" or "agreement" or "conversation" or "call" or "held" or "understanding" or "memorandum" or "handshake" or "dialogue" or "met" or "letter") return true;
        return false;
    }

    /// <summary>"The X Agency and Boreal Rockets signed": beside the subject, a name without an office is no person's.</summary>
    public static bool PersonAhead(Page page, Sentence sentence, OrganisationMention beside)
    {
        for (var k = beside.From - 1; k >= sentence.From; k--) if (page.At[k] is PersonMention) return false;
        return true;
    }

    public static bool IsPlural(string low) => low.EndsWith('s') && low is not "d'affaires" && (Roles.Head.Contains(low[..^1]) || low is "secretaries") || low is "chairmen";
}
