using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Offices written after a name: ", Vice Chancellor of X,", " (Scientist F)", ", who heads Y", ", India's envoy to Z".</summary>
internal static class RoleAfter
{
    /// <summary>The role that follows the name ending before <paramref name="i"/>, and where it ends; or null.</summary>
    public static RoleSpan? Of(Page page, int i, int to)
    {
        if (i + 1 >= to) return null;
        if (page.T[i].Is('(')) return Bracket(page, i, to);
        var who = page.Low(i) is "who" ? i : page.T[i].Is(',') && page.Low(i + 1) is "who" ? i + 1 : page.Low(i) is "of" or "for" ? -2 : -1;
        if (who >= 0) return Who(page, who + 1, to);
        if (!page.T[i].Is(',') && !page.T[i].IsDash) return null;
        return Phrase(page, i + 1, to, "person.role-after");
    }

    private static RoleSpan? Bracket(Page page, int open, int to)
    {
        var close = open + 1;
        while (close < to && close < open + 14 && !page.T[close].Is(')')) close++;
        if (close >= to || close >= open + 14 || Head(page, open + 1, close) < 0) return null;
        var of = page.In(open + 1, close).FirstOrDefault(m => m is OrganisationMention);
        var end = of is not null && of.To == close && page.T[of.From - 1].Is(',') && of.From - 1 > open + 1 ? of.From - 1 : close;
        return new(open + 1, end, of, "person.role-in-brackets");
    }

    /// <summary>"who is Director of Y" and "who heads Y".</summary>
    private static RoleSpan? Who(Page page, int i, int to)
    {
        if (page.Low(i) is "is" or "was" or "serves" or "served" or "also") return Phrase(page, page.Low(i + 1) is "as" or "also" ? i + 2 : i + 1, to, "person.who-is");
        if (page.Low(i) is not ("heads" or "headed" or "leads" or "runs" or "directs" or "chairs" or "commands")) return null;
        var end = Phrases.NounEnd(page, i + 1, to);
        return end == i + 1 ? null : new(i, end, page.In(i + 1, end).FirstOrDefault(m => m is OrganisationMention), "person.who-heads");
    }

    public static RoleSpan? Phrase(Page page, int start, int to, string rule)
    {
        var i = start;
        while (i < to && page.Low(i) is "the" or "a" or "an" or "then" or "also" or "its" or "their" or "our" or "currently" or "now" or "as") i++;
        Mention? of = null;
        if (page.Low(i) is "and" or "&") return null;
        if (page.Mention(i) is { } owner && owner.From == i && owner.To < to && owner is not PersonMention)
        {
            if (page.T[owner.To].IsPossessive) { of = owner; i = owner.To + 1; }
            else if (owner is OrganisationMention && HeadNear(page, owner.To, to) >= 0) { of = owner; i = owner.To; }
            else if (owner is OrganisationMention) return null;
        }
        var head = HeadNear(page, i, to);
        if (head < 0) return null;
        var end = Extend(page, head, to, ref of);
        of ??= StateIn(page, i, head + 1);
        return new(i, end, of, rule);
    }

    private static StateMention? StateIn(Page page, int from, int to)
    {
        for (var k = from; k < to; k++) if (page.At[k] is StateMention state) return state;
        return null;
    }

    private static int Head(Page page, int from, int to)
    {
        for (var k = from; k < to; k++) if (Roles.Head.Contains(page.Low(k)) && page.At[k] is not OrganisationMention) return k;
        return -1;
    }

    /// <summary>A role head within nine words, everything before it being such words as stand before one.</summary>
    internal static int HeadNear(Page page, int i, int to)
    {
        for (var k = i; k < to && k < i + 9; k++)
        {
            var low = page.Low(k);
            if (Roles.Head.Contains(low) && page.At[k] is not OrganisationMention) return LastHead(page, k, to);
            var fits = page.At[k] is StateMention or PlaceMention || Roles.Before.Contains(low) || Words.IsField(low) || Heads.Is(low) || low is "and" or "&" or "former" or "current" or "new" or "of" or "'s" or "prime" || page.T[k].Shape is Shape.Number;
            if (!fits) return -1;
        }
        return -1;
    }

    /// <summary>"Deputy Director General": the last of adjoining heads.</summary>
    private static int LastHead(Page page, int k, int to)
    {
        for (var more = true; more && k + 1 < to;)
        {
            more = false;
            for (var n = k + 1; n < to && n < k + 4 && page.At[n] is null; n++)
            {
                if (Roles.Head.Contains(page.Low(n)) || n == k + 1 && page.Low(n) is "general" or "designate" or "emeritus") { k = n; more = true; break; }
                if (!Roles.Before.Contains(page.Low(n)) || page.T[n].IsName != page.T[k].IsName) break;
            }
        }
        return k;
    }

    private static int Extend(Page page, int head, int to, ref Mention? of)
    {
        var end = RolePhrases.AfterLetters(page, head + 1, to);
        if (end < to && page.T[end].Is('(')) end = RolePhrases.Close(page, end, to);
        if (end < to && page.At[end] is OrganisationMention beside && beside.From == end)
        {
            var further = beside.To < to && page.Low(beside.To) is "and" or "&" ? HeadNear(page, beside.To + 1, Math.Min(to, beside.To + 5)) : -1;
            if (further < 0) { of ??= beside; return end; }
            end = further + 1;
            of = page.Mention(end) as OrganisationMention ?? (Mention)beside;
        }
        for (var guard = 0; guard < 5 && end < to; guard++)
        {
            if (page.Low(end) is "of" or "for" or "to" or "at" or "in" && Phrases.NounEnd(page, end + 1, to) is var noun && noun > end + 1)
            {
                if (page.In(end + 1, noun).LastOrDefault(m => m is OrganisationMention { Of.IsSubunit: false }) is { } organisation)
                {
                    of ??= organisation;
                    if (organisation.To >= noun && organisation.From > end + 3 && RolePhrases.Before(page, organisation) is var cut && cut > end + 1) return cut;
                    if ((organisation.To >= noun || page.Low(organisation.To) is "in" or "at") && (organisation.From <= end + 2 || organisation.From == end + 3 && page.At[end + 2] is StateMention)) return guard == 0 || page.Low(end) is "of" or "at" ? end : noun;
                }
                end = noun;
                continue;
            }
            if (page.T[end].Is(',') && end + 2 < to && Roles.Head.Contains(page.Low(end + 1)) && page.Low(end + 2) is "and" or "&" && HeadNear(page, end + 3, Math.Min(to, end + 6)) >= 0) { end += 2; continue; }
            if (page.Low(end) is "and" or "&" && HeadNear(page, end + 1, Math.Min(to, end + 6)) is >= 0 and var next && !RolePhrases.PersonFollows(page, next + 1)) { end = next + 1; if (end < to && page.T[end].Is('(')) end = RolePhrases.Close(page, end, to); if (page.Mention(end) is OrganisationMention { Of.IsSubunit: false } second) of = second; continue; }
            if (page.T[end].Is(',') && RolePhrases.Unit(page, end, to) is var unit && unit > end) { of ??= page.In(end, unit).FirstOrDefault(m => m is OrganisationMention { Of.IsSubunit: false }); end = unit; continue; }
            break;
        }
        return Finish(page, RolePhrases.Portfolio(page, RolePhrases.Division(page, RolePhrases.Listed(page, end, to), to), to), to, ref of);
    }

    /// <summary>The house right behind the office, or behind the department that stands in between.</summary>
    private static int Finish(Page page, int end, int to, ref Mention? of)
    {
        if (end < to && page.At[end] is OrganisationMention last && last.From == end) of ??= last;
        if (end + 1 < to && page.T[end].Is(',') && page.At[end + 1] is OrganisationMention { Of: var unit_ } part && RolePhrases.IsPart(page, unit_) && part.To + 1 < to && page.T[part.To].Is(',') && page.At[part.To + 1] is OrganisationMention { Of.IsSubunit: false } house && RolePhrases.Closed(page, house.To, to)) { of = house; end = part.To; }
        if (end + 1 < to && page.T[end].Is(',') && page.At[end + 1] is OrganisationMention after && RolePhrases.Closed(page, after.To, to)) of ??= after;
        return end;
    }
}
