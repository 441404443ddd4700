using Concordat.Reading.Evidence;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Meetings;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Opportunities;

/// <summary>Who might work with whom, while the text is being read.</summary>
internal sealed record Opportunity(int From, int To, List<Party> Between, Finding<string>? Initiative, Meeting? Meeting, string Rule);

/// <summary>"explored potential collaboration between A and B under the X initiative".</summary>
internal static class OpportunityReading
{
    public static List<Opportunity> Read(Page page, Register register, MeetingList meetings)
    {
        var found = new List<Opportunity>();
        foreach (var s in page.Sentences)
        {
            if (s.Kind is not BlockKind.Paragraph) continue;
            for (var i = s.From; i < s.To; i++)
            {
                if (!IsNoun(page, i) || !IsPossible(page, i, s) || Between(page, i, s) is not (>= 0 and var start)) continue;
                var (parties, end) = PartyLists.Read(page, register, start, s.To, "opportunity.between");
                if (parties.Count < 2) continue;
                var initiative = Initiative(page, i, s);
                var from = i;
                while (from > s.From && from > i - 3 && page.Low(from - 1) is "potential" or "possible" or "future" or "research" or "deeper" or "closer" or "joint" or "academic") from--;
                found.Add(new(from, Math.Max(parties[^1].To, initiative?.To ?? 0), parties, initiative?.Name, meetings.Current.GetValueOrDefault(s.Index), "opportunity.explored"));
                i = Math.Max(i, end - 1);
            }
        }
        return found;
    }

    /// <summary>The stretch speaks of work that may come between named organisations.</summary>
    public static bool IsOne(Page page, int from, int to)
    {
        for (var i = from; i < to; i++) if (IsNoun(page, i)) return page.In(i, to).OfType<OrganisationMention>().Select(m => m.Of).Distinct().Count() > 1;
        return false;
    }

    private static bool IsNoun(Page page, int i) => page.Low(i) is "collaboration" or "collaborations" or "cooperation" or "co-operation" or "partnership" or "partnerships" or "tie-up" or "projects";

    private static bool IsPossible(Page page, int i, Sentence s)
    {
        for (var k = i - 1; k >= s.From && k > i - 9; k--)
            if (page.Low(k) is "explored" or "explore" or "exploring" or "potential" or "possible" or "possibility" or "possibilities" or "prospects" or "opportunities" or "scope" or "avenues") return true;
        for (var k = i + 1; k < s.To && k < i + 30; k++)
            if (page.Low(k) is "explored" && page.Low(k - 1) is "was" or "were") return true;
        return false;
    }

    private static int Between(Page page, int i, Sentence s)
    {
        for (var k = i + 1; k < s.To && k < i + 12; k++) if (page.Low(k) is "between" or "among") return k + 1;
        return -1;
    }

    private static (Finding<string> Name, int To)? Initiative(Page page, int i, Sentence s)
    {
        for (var k = i; k + 2 < s.To && k < i + 40; k++)
        {
            if (page.Low(k) is not "under") continue;
            var start = page.Low(k + 1) is "the" or "its" ? k + 2 : k + 1;
            var end = start;
            while (end < s.To && page.T[end].IsName && end < start + 8) end++;
            if (end == start) continue;
            if (end < s.To && page.Low(end) is "framework" or "initiative" or "programme" or "program" or "scheme" or "project") end++;
            return (page.Words(start, end, "opportunity.initiative"), end);
        }
        return null;
    }
}
