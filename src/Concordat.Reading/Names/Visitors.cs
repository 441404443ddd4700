using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Whose people the members and hosts of a delegation are.</summary>
internal static class Visitors
{
    /// <summary>"X led the visitors", "The delegation consisted of X and Y": those of whom a delegation was named before.</summary>
    public static (OrganisationMention? Of, int First, int Last) Of(Page page, Sentence s)
    {
        for (var i = s.From; i < s.To; i++)
        {
            if (page.Low(i) is "delegation" or "team" or "group" && page.Low(i + 1) is "of" or "from" && NextName(page, i + 2) is { } told && LedBy(page, told.To, s) is > 0 and var head) return (told, told.To, head);
            if (page.Low(i) is "delegation" or "team" && page.Low(i + 1) is "leader" or "head" or "chief" && page.In(i + 2, Math.Min(s.To, i + 10)).FirstOrDefault() is PersonMention chief && Guest(page, i) is { } whose) return (whose, i, chief.To);
            var leads = page.Low(i) is "led" or "leading" or "headed" && page.Low(i + 1) is "the" && page.Low(i + 2) is "visitors" or "delegation" or "visiting" or "guests" or "team";
            var within = page.Low(i) is "delegation" && page.Low(i - 1) is "the" && page.Low(i - 2) is "in" or "of" && i > s.From + 3;
            if (!leads && !within && !Lists(page, i, s) || Guest(page, i) is not { } guest) continue;
            return leads ? (guest, s.From, s.To) : within ? (guest, s.From, i) : (guest, i, s.To);
        }
        return (null, s.From, s.To);
    }

    /// <summary>"The visitors, led by", "the delegation consisted of", "with the guests were", "Members of the team are".</summary>
    private static bool Lists(Page page, int i, Sentence s)
    {
        if (page.Low(i) is not ("visitors" or "delegation" or "guests" or "team" or "group" or "party")) return false;
        for (var k = i + 1; k < i + 4 && k < s.To; k++)
        {
            if (page.Low(k) is "led" or "headed" or "included" or "includes" or "comprised" or "comprises" or "consisted" or "consists" or "composed") return page.Low(i - 1) is "the" or "his" or "her" or "their" || page.Low(i) is "visitors" or "guests" || page.Low(i - 1) is not ("a" or "an");
            if (!(page.T[k].Is(',') || page.Low(k) is "was" or "also" or "is" or "were" or "which" or "who" or "made")) break;
        }
        if (page.Low(i + 1) is "was" or "were" && page.Low(i - 2) is "with" || page.Low(i) is "delegation" or "visitors" or "guests" && page.Low(i + 1) is "also") return true;
        return page.Low(i - 1) is "the" && page.Low(i - 2) is "of" && page.Low(i - 3) is "members" or "member" && page.Low(i + 1) is "were" or "are" or "included";
    }

    /// <summary>Of or from whom the delegation came that was told last before <paramref name="i"/>.</summary>
    private static OrganisationMention? Guest(Page page, int i)
    {
        for (var k = i; k > 1 && k > i - 400; k--)
            if (page.Low(k) is "of" or "from" && page.Low(k - 1) is "delegation" or "team" or "visit" or "group" or "guests" or "visitors" or "delegates" or "representatives" or "researchers" && NextName(page, k + 1) is { } guest) return guest;
            else if (page.Low(k) is "from" && page.Low(k - 1) is "officers" or "students" or "experts" or "scientists" or "officials" or "members" && page.Low(k - 3) is "of" or "team" && NextName(page, k + 1) is { } some) return some;
        return null;
    }

    /// <summary>"…, led by X": the token after the one who leads; 0 where nobody does.</summary>
    private static int LedBy(Page page, int from, Sentence s)
    {
        for (var k = from; k < s.To && k < from + 6; k++)
            if (page.Low(k) is "led" or "headed" && page.Low(k + 1) is "by")
                return page.In(k + 2, s.To).OfType<PersonMention>().FirstOrDefault() is { } head ? head.To : 0;
        return 0;
    }

    /// <summary>"Also present were", "They were received by": those of the house that was visited.</summary>
    public static OrganisationMention? Hosting(Page page, Sentence s)
    {
        for (var i = s.To - 1; i > s.From + 2 && i > s.To - 8; i--) if (page.Low(i) is "present" && page.Low(i - 1) is "were" or "was" or "also" && Guest(page, s.From) is { } came) return Host(page, came, s);
        for (var i = s.From; i < s.From + 8 && i + 1 < s.To; i++)
            if (page.Low(i) is "present" or "attending" or "attended" or "joined" && page.Low(s.From) is "also" or "others" or "present" && Guest(page, s.From) is { } guest) return Host(page, guest, s);
        return null;
    }

    /// <summary>Whom the delegation visited, or who invited it: the other organisation of the sentence that tells of it.</summary>
    public static OrganisationMention? Host(Page page, OrganisationMention guest, Sentence s)
    {
        for (var i = Math.Min(guest.To, s.From); i < s.From; i++)
        {
            if (page.Low(i) is not ("visited" or "invitation" or "visit" or "hosted")) continue;
            foreach (var mention in page.In(i, Math.Min(s.From, i + 12))) if (mention is OrganisationMention { Of: { IsSubunit: false } of } host && of != guest.Of) return host;
        }
        var start = guest.From;
        while (start > 0 && start > guest.From - 60 && !page.T[start - 1].Is('.')) start--;
        var others = page.In(start, guest.From).OfType<OrganisationMention>().Where(m => !m.Of.IsSubunit && m.Of != guest.Of).ToList();
        return others.Count > 0 && others.TrueForAll(o => o.Of == others[0].Of) ? others[0] : null;
    }

    public static OrganisationMention? NextName(Page page, int from)
    {
        for (var k = from; k < from + 4; k++) if (page.Mention(k) is OrganisationMention organisation) return organisation;
        return null;
    }
}
