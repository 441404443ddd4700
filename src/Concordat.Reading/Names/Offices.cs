using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>People told by their office alone: "the Rector signed", "the Director of X and the President of Y": whoever holds it in this text, if only one does.</summary>
internal static class Offices
{
    public static void Mark(Page page, PeopleList people)
    {
        if (people.All.Count is 0 or > 200 || !people.All.Exists(p => p.Role is not null)) return;
        foreach (var s in page.Sentences)
        {
            if (s.Kind is not BlockKind.Paragraph) continue;
            for (var i = s.From + 1; i < s.To; i++)
                if (page.At[i] is null && Roles.Head.Contains(page.Low(i)) && Start(page, i, s) is var start && start < i + 1 && Holder(page, people, start, i, s) is { } person) page.Mark(new PersonMention(i, i + 1, person));
        }
    }

    /// <summary>First word of the office after "the"; the token after <paramref name="i"/> where no article stands.</summary>
    private static int Start(Page page, int i, Sentence s)
    {
        var start = i;
        while (start > s.From && start > i - 3 && page.At[start - 1] is null && (Roles.Before.Contains(page.Low(start - 1)) || Roles.Head.Contains(page.Low(start - 1)))) start--;
        return start > s.From && page.Low(start - 1) is "the" ? start : i + 1;
    }

    private static Person? Holder(Page page, PeopleList people, int start, int i, Sentence s)
    {
        var next = page.Low(i + 1);
        var of = next is "of" ? page.Mention(page.Low(i + 2) is "the" ? i + 3 : i + 2) as OrganisationMention : null;
        if (of is null && !(Roles.HumanVerb.Contains(next) || next is "also" or "later" or "was" or "has" or "had" or "will" or "would" or "and" or "himself" or "herself" || Ends(page, i + 1, s) && page.Low(start - 2) is "by" or "and")) return null;
        Person? only = null;
        foreach (var person in people.All)
        {
            if (person.Role is not { } role || of is null && person.Name.From > i || of is not null && person.Organisation != of.Of || Inside(i, role) || !Holds(page, role, start, i)) continue;
            if (only is not null) return null;
            only = person;
        }
        return only;
    }

    private static bool Inside(int i, (int From, int To) role) => i >= role.From && i < role.To;
    private static bool Ends(Page page, int i, Sentence s) => i >= s.To || page.T[i].Is('.') || page.T[i].Is(',') || page.Low(i) is "and" or "at" or "in" or "on";

    /// <summary>The words of the office, in this order, before any "of" or "for" of the role; its head the last of them.</summary>
    private static bool Holds(Page page, (int From, int To) role, int start, int i)
    {
        var end = role.From;
        while (end < role.To && page.Low(end) is not ("of" or "for" or "," or "to") && !page.T[end].Is(',')) end++;
        if (end == role.From || page.Low(end - 1) != page.Low(i) || end - role.From < i + 1 - start) return false;
        for (var k = 0; k < i - start; k++) if (page.Low(end - 2 - k) != page.Low(i - 1 - k)) return false;
        return i + 1 - start == end - role.From || !(page.Low(end - 2) is "vice" or "deputy" or "assistant" or "associate" or "former" or "acting");
    }
}
