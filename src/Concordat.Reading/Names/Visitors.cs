using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Whose people the members and hosts of a delegation are.</summary>
internal static class Visitors
{
    /// <summary>"X led the visitors": those of whom a delegation was named before.</summary>
    public static (OrganisationMention? Of, int First, int Last) Of(Page page, Sentence s)
    {
        for (var i = s.From; i < s.To; i++)
        {
            var leads = page.Low(i) is "led" or "leading" or "headed" && page.Low(i + 1) is "the" && page.Low(i + 2) is "visitors" or "delegation" or "visiting" or "guests" or "team";
            var led = page.Low(i) is "visitors" or "delegation" or "guests" && (page.Low(i + 1) is "led" or "headed" || page.Low(i + 2) is "led" or "headed" or "included" or "comprised" || page.Low(i + 1) is "," && page.Low(i + 2) is "led" or "headed" || page.Low(i - 2) is "with" && page.Low(i + 1) is "were" or "was" || page.Low(i + 1) is "also") || page.Low(i) is "delegation" && page.Low(i + 1) is "included" or "comprised" or "was";
            led |= page.Low(i) is "team" or "delegation" or "visitors" or "guests" && page.Low(i - 1) is "the" && (page.Low(i + 2) is "led" or "headed" && page.Low(i + 3) is "by" || page.Low(i + 1) is "includes" or "consists" or "comprises");
            var within = page.Low(i) is "delegation" && page.Low(i - 1) is "the" && page.Low(i - 2) is "in" or "of" && i > s.From + 3;
            if (page.Low(i) is "delegation" or "team" && page.Low(i + 1) is "of" or "from" && NextName(page, i + 2) is { } told && LedBy(page, told.To, s) is > 0 and var head) return (told, told.To, head);
            if (!leads && !led && !within) continue;
            for (var k = i; k > 1 && k > i - 400; k--)
                if (page.Low(k) is "of" or "from" && page.Low(k - 1) is "delegation" or "team" or "visit" && NextName(page, k + 1) is { } guest) return leads ? (guest, s.From, s.To) : within ? (guest, s.From, i) : (guest, i, s.To);
        }
        return (null, s.From, s.To);
    }

    /// <summary>"…, led by X": the token after the one who leads; 0 where nobody does.</summary>
    private static int LedBy(Page page, int from, Sentence s)
    {
        for (var k = from; k < s.To && k < from + 6; k++)
            if (page.Low(k) is "led" or "headed" && page.Low(k + 1) is "by")
                return page.In(k + 2, s.To).OfType<PersonMention>().FirstOrDefault() is { } head ? head.To : 0;
        return 0;
    }

    /// <summary>Whom the delegation visited, or who invited it: the other organisation of the sentence that tells of it.</summary>
    public static OrganisationMention? Host(Page page, OrganisationMention guest, Sentence s)
    {
        for (var i = Math.Min(guest.To, s.From); i < s.From; i++)
        {
            if (page.Low(i) is not ("visited" or "invitation" or "visit" or "hosted")) continue;
            foreach (var mention in page.In(i, Math.Min(s.From, i + 12))) if (mention is OrganisationMention { Of: { IsSubunit: false } of } host && of != guest.Of) return host;
        }
        return null;
    }

    public static OrganisationMention? NextName(Page page, int from)
    {
        for (var k = from; k < from + 4; k++) if (page.Mention(k) is OrganisationMention organisation) return organisation;
        return null;
    }
}
