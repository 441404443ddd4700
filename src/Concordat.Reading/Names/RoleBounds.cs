using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>Where an office written before a name begins and ends, and whose it is.</summary>
internal static class RoleBounds
{
    public static RoleSpan? Bounds(Page page, int start, int head, int end)
    {
        var from = head;
        while (from > start && page.At[from - 1] is not OrganisationMention && !page.T[from - 1].Is(')') && !page.T[from - 1].Is(',') && (page.T[from - 1].IsWord || page.Low(from - 1) is "&")) from--;
        while (from < head && (page.Low(from) is "and" or "&" or "of" or "for" or "the")) from++;
        Mention? of = page.Mention(start) is OrganisationMention { Of.IsSubunit: false } first ? first : null;
        of ??= start > 1 && page.T[start - 1].Is('(') && page.Mention(start - 2) is OrganisationMention { Of.IsSubunit: false } holder ? holder : null;
        of ??= start > 0 && page.T[start - 1].IsPossessive ? page.Mention(start - 2) : start > 0 && page.Low(start - 1) is "its" or "whose" ? Nearest(page, start - 1) : null;
        var to = end;
        for (var k = head + 1; k < end; k++)
        {
            if (page.At[k] is not OrganisationMention { Of.IsSubunit: false } organisation) continue;
            of = organisation;
            if (page.T[k - 1].Is(',') && organisation.To >= end) to = k - 1;
            else if (page.T[k - 1].Is(')') && organisation.To >= end) to = k;
            break;
        }
        if (to == end && of is OrganisationMention last && last.To == end && last.From > head && page.Low(last.From - 1) is not "the" and not "of" and not "for") to = last.From;
        if (to == end && of is OrganisationMention { Of.IsSubunit: false } named && named.To == end && named.From > head + 1 && page.Low(end) is "," && (page.Low(named.From - 1) is "of" || page.Low(named.From - 1) is "the" && page.Low(named.From - 2) is "of")) to = page.Low(named.From - 1) is "of" ? named.From - 1 : named.From - 2;
        if (to == end && of is OrganisationMention { Of.IsSubunit: false } whole && whole.To - whole.From > 2 && whole.From > head + 1 && (whole.To == end || page.T[whole.To].Is('(') && whole.To + 3 == end)) to = page.Low(whole.From - 1) is "the" ? whole.From - 2 : whole.From - 1;
        if (to < end && to > from && page.Low(to) is not ("of" or "at" or "for" or "," or "(" or "the") && page.At[to] is null) to = end;
        of ??= State(page, from, head);
        while (to > head + 1 && page.At[to - 1] is StateMention { IsAdjective: true } && page.Low(to - 2) is "the" or "of") to -= page.Low(to - 2) is "the" && page.Low(to - 3) is "of" ? 3 : 2;
        if (to > head + 2 && to < end && page.T[to - 1].IsPossessive) while (to > head + 1 && (page.T[to - 1].IsPossessive || page.At[to - 1] is StateMention or OrganisationMention || page.Low(to - 1) is "of" or "the")) to--;
        while (to > from + 1 && page.T[to - 1].Is(',')) to--;
        return to <= from ? null : new(from, to, of, "person.role-before");
    }

    /// <summary>The organisation that "its" speaks of: the last one named, in this sentence.</summary>
    public static OrganisationMention? Nearest(Page page, int before)
    {
        for (var k = before - 1; k >= 0 && k > before - 40 && !page.T[k].Is('.'); k--) if (page.At[k] is OrganisationMention organisation) return organisation;
        return null;
    }

    public static StateMention? State(Page page, int from, int head)
    {
        for (var k = from; k <= head; k++) if (page.At[k] is StateMention state) return state;
        return null;
    }
}
