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
        return start < end && HeadIn(page, start, end) is >= 0 and var head ? Double(page, RoleBounds.Bounds(page, start, head, end), from) : null;
    }

    /// <summary>"Secretary, Department of Y and Chairman, Z, Dr X": two offices of one person, each with its house.</summary>
    private static RoleSpan? Double(Page page, RoleSpan? role, int from)
    {
        if (role is not { } late || late.From < from + 5 || page.Low(late.From - 1) is not ("and" or "&") || page.Mention(late.From - 2) is not OrganisationMention { Of.IsSubunit: false } house || house.From < from + 2 || !page.T[house.From - 1].Is(',') || !Roles.Head.Contains(page.Low(house.From - 2)) || !page.T[house.From - 2].IsName) return role;
        return late with { From = house.From - 2 };
    }

    /// <summary>"Its Chancellor, Ambassador X", "the rector, Professor Y".</summary>
    private static RoleSpan? Appositive(Page page, int comma, int from)
    {
        var start = Reach(page, comma, from);
        if (start >= comma || start == from && page.T[start].Shape is Shape.Lower) return null;
        var before = start > from ? page.Low(start - 1) : "";
        if (before is "(" && page.T[comma].Is(':') && HeadIn(page, start, comma) is >= 0 and var only) return RoleBounds.Bounds(page, start, only, comma) is { } role ? role with { Of = role.Of ?? page.Mention(start - 2) } : null;
        if (before is not ("two" or "then" or "respective" or "the" or "its" or "their" or "whose" or "'s") && start != from && !(before is "and" or "by" && page.T[start].IsName && Roles.SureHonorific.Contains(page.Low(comma + 1))) || HeadIn(page, start, comma) is not (>= 0 and var head)) return null;
        return RoleBounds.Bounds(page, start, head, comma);
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
            if (token.IsWord && IsRoleWord(page, p) || token.Shape is Shape.Capital && Headed(page, p, from) && (page.Low(start) is "of" || page.T[end - 1].IsName && page.T[end].Is(','))) { start = p; continue; }
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
        return page.T[p].IsName ? (Words.IsField(low) || Heads.Is(low) || low is "prime" or "general" or "admiral" or "emeritus") && !DateExpressions_IsNever(low) : (Words.IsField(low) || Heads.Is(low) && page.Low(p - 1) is "the" or "of") && low is not ("new" or "meeting" or "agreement" or "memorandum" or "visit");
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
}
