using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>A role with the organisation or state it speaks of.</summary>
internal readonly record struct RoleSpan(int From, int To, Mention? Of, string Rule);

/// <summary>Offices written before a name: "Assistant Secretary of Trade for Advanced Materials, Office of ... Mr X".</summary>
internal static class RoleBefore
{
    /// <summary>The role that ends right before <paramref name="end"/>, or null.</summary>
    public static RoleSpan? Of(Page page, int end, int from)
    {
        if (end > from && (page.T[end - 1].Is(',') || page.T[end - 1].Is(':'))) return Appositive(page, end - 1, from);
        var start = Reach(page, end, from);
        return start < end && HeadIn(page, start, end) is >= 0 and var head ? Bounds(page, start, head, end) : null;
    }

    /// <summary>"Its Chancellor, Ambassador X", "the rector, Professor Y".</summary>
    private static RoleSpan? Appositive(Page page, int comma, int from)
    {
        var start = Reach(page, comma, from);
        if (start >= comma || start == from && page.T[start].Shape is Shape.Lower) return null;
        var before = start > from ? page.Low(start - 1) : "";
        if (before is "(" && page.T[comma].Is(':') && HeadIn(page, start, comma) is >= 0 and var only) return Bounds(page, start, only, comma) is { } role ? role with { Of = role.Of ?? page.Mention(start - 2) } : null;
        if (before is not ("two" or "respective" or "the" or "its" or "their" or "whose" or "'s") && start != from || HeadIn(page, start, comma) is not (>= 0 and var head)) return null;
        return Bounds(page, start, head, comma);
    }

    /// <summary>Walks left over everything that can belong to a role.</summary>
    private static int Reach(Page page, int end, int from)
    {
        var start = end;
        while (start > from && start > end - 40)
        {
            var p = start - 1;
            var token = page.T[p];
            if (page.At[p] is PersonMention) break;
            if (page.At[p] is OrganisationMention organisation) { start = Math.Max(from, organisation.From); continue; }
            if (token.IsPossessive && start < end && p > from && page.At[p - 1] is OrganisationMention or StateMention && page.At[start] is OrganisationMention) { start = p; continue; }
            if (token.IsWord && IsRoleWord(page, p) || token.Shape is Shape.Capital && start < end && Headed(page, p, from) && (page.Low(start) is "of" || page.T[end - 1].IsName && page.T[end].Is(','))) { start = p; continue; }
            if (page.Low(p) is "of" or "for" or "the" or "to" or "in" or "at" or "on" && p > from && start < end && (page.T[start].IsName || page.At[start] is OrganisationMention || page.Low(p) is not "the" and not "in") && !(page.Low(p) is "the" && page.Low(p - 1) is not ("of" or "for" or "to" or "at"))) { start = p; continue; }
            if (page.Low(p) is "and" or "&" && p > from && start < end && BindsAnd(page, p, end)) { start = p; continue; }
            if (token.Is(')') && Open(page, p, from) is >= 0 and var open) { start = open; continue; }
            if (token.Is(',') && start < end && BindsComma(page, p, end)) { start = p; continue; }
            break;
        }
        while (start < end && (page.Low(start) is "of" or "for" or "the" or "to" or "in" or "and" or "&" or "at" or "on" || page.T[start].Is(',') || page.T[start].Is('('))) start++;
        return start;
    }

    /// <summary>"Director of Cursos Internacionales": capitals that an office's "of" opens.</summary>
    private static bool Headed(Page page, int p, int from)
    {
        for (var k = p - 1; k > from && k > p - 4; k--)
        {
            if (page.Low(k) is "of" or "for") return Roles.Head.Contains(page.Low(k - 1));
            if (page.T[k].Shape is not Shape.Capital || page.At[k] is not null) return false;
        }
        return false;
    }

    private static bool IsRoleWord(Page page, int p)
    {
        var low = page.Low(p);
        if (page.At[p] is StateMention or PlaceMention) return true;
        if (Roles.Head.Contains(low) || Roles.Before.Contains(low)) return true;
        return page.T[p].IsName ? (Words.IsField(low) || Heads.Is(low) || low is "prime" or "general" or "admiral" or "emeritus") && !DateExpressions_IsNever(low) : Words.IsField(low) && low is not ("new" or "meeting" or "agreement" or "memorandum" or "visit");
    }

    private static bool DateExpressions_IsNever(string low) => low is "memorandum" or "mou" or "agreement" or "plenary";

    /// <summary>"Energy and Climate", "Planning &amp; Services"; not "… of AAO and Defence Secretary".</summary>
    private static bool BindsAnd(Page page, int and, int end)
    {
        if (page.At[and - 1] is PersonMention or OrganisationMention || PersonNames.IsPart(page, and - 1)) return false;
        for (var k = and + 1; page.T[and - 1].Is(',') && k < end; k++) if (Roles.Head.Contains(page.Low(k)) && page.At[k] is not OrganisationMention) return false;
        if (page.T[and - 1].Is(',')) return FieldBefore(page, and - 1);
        for (var k = and + 1; k < end; k++) if (Roles.Head.Contains(page.Low(k)) && page.At[k] is not OrganisationMention) return Roles.Head.Contains(page.Low(and - 1));
        return IsRoleWord(page, and - 1);
    }

    /// <summary>"Director General (…), AAO Dr X": the comma belongs when what follows is only an organisation.</summary>
    private static bool BindsComma(Page page, int comma, int end)
    {
        if (page.At[comma + 1] is null && (page.Low(comma + 1) is "and" || page.T[comma + 1].IsName && Words.IsField(page.Low(comma + 1))) && FieldBefore(page, comma)) return true;
        if (page.At[comma + 1] is not OrganisationMention organisation || organisation.To < end) return false;
        return page.T[comma - 1].Is(')') || IsRoleWord(page, comma - 1);
    }

    /// <summary>"for Science, Technology, and": subjects in a list that "for" or "of" opens.</summary>
    private static bool FieldBefore(Page page, int comma)
    {
        for (var k = comma - 1; k > 0 && k > comma - 9; k--)
        {
            if (page.Low(k) is "for" or "of") return Roles.Head.Contains(page.Low(k - 1)) || page.Low(k) is "for" && page.Low(k - 2) is "of";
            if (!(page.T[k].IsName && Words.IsField(page.Low(k)) || page.T[k].Is(',') || page.Low(k) is "the" or "and")) return false;
        }
        return false;
    }

    private static int Open(Page page, int close, int from)
    {
        for (var k = close - 1; k >= from && k > close - 14; k--) if (page.T[k].Is('(')) return k;
        return -1;
    }

    private static int HeadIn(Page page, int start, int end)
    {
        for (var k = start; k < end; k++)
            if (Roles.Head.Contains(page.Low(k)) && page.At[k] is not OrganisationMention) return k;
        return -1;
    }

    private static RoleSpan? Bounds(Page page, int start, int head, int end)
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
    private static OrganisationMention? Nearest(Page page, int before)
    {
        for (var k = before - 1; k >= 0 && k > before - 40 && !page.T[k].Is('.'); k--) if (page.At[k] is OrganisationMention organisation) return organisation;
        return null;
    }

    private static StateMention? State(Page page, int from, int head)
    {
        for (var k = from; k <= head; k++) if (page.At[k] is StateMention state) return state;
        return null;
    }
}
