using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>"P's C", "C, a laboratory of P", "C, which comes under P", "C, part of P", "C of the P".</summary>
internal static class Parents
{
    public static void Read(Page page)
    {
        OrganisationMention? last = null;
        foreach (var s in page.Sentences)
        {
            if (s.Kind is not BlockKind.Paragraph) continue;
            last = null;
            for (var i = s.From; i < s.To; i++)
            {
                if (page.At[i] is not OrganisationMention mention || mention.From != i) continue;
                if (last is not null && last.Of != mention.Of) Pair(page, last, mention);
                last = mention;
                i = mention.To - 1;
            }
        }
    }

    private static void Pair(Page page, OrganisationMention a, OrganisationMention b)
    {
        var gap = b.From - a.To;
        if (gap == 4 && page.T[a.To].IsPossessive && page.T[a.To + 1].Is('(') && page.T[a.To + 3].Is(')')) Set(b.Of, a.Of, a.From, b.To);
        else if (gap == 1 && (page.T[a.To].IsPossessive || page.T[a.To].IsApostrophe)) Set(b.Of, a.Of, a.From, b.To);
        else if (gap == 2 && page.Low(a.To) is "of" && page.Low(a.To + 1) is "the" && b.Of.Kind is "government" or "body" or "military") Set(a.Of, b.Of, a.From, b.To);
        else if (gap < 14 && Under(page, a.To, b.From)) Set(a.Of, b.Of, a.From, b.To);
    }

    private static bool Under(Page page, int from, int to)
    {
        var start = from;
        while (start < to && page.T[start].Is(')')) start++;
        if (start >= to || !page.T[start].Is(',') && !page.T[start].Is('(') && page.Low(start) is not ("which" or "is")) return false;
        for (var k = start; k < to; k++)
        {
            if (page.Low(k) is "part" or "arm" or "wing" or "unit" or "subsidiary" or "laboratory" or "lab" or "institute" or "centre" or "agency" or "branch" or "body" && page.Low(k + 1) is "of" or "under") return k + 4 > to - 1;
            if (page.Low(k) is "under" && page.Low(k - 1) is "comes" or "falls" or "operates" or "functions" or "," || page.Low(k) is "belongs") return k + 3 > to - 1;
        }
        return false;
    }

    private static void Set(Organisation child, Organisation parent, int from, int to)
    {
        if (child.Parent is not null || child == parent || parent.Parent == child) return;
        (child.Parent, child.ParentPlace) = (parent, (from, to));
    }
}
