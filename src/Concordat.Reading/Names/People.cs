using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Marks the people a text names in its running text.</summary>
internal static class People
{
    public static PeopleList Find(Page page)
    {
        var people = new PeopleList();
        foreach (var sentence in page.Sentences)
        {
            if (sentence.Kind is not BlockKind.Paragraph) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                var end = PersonNames.End(page, i, sentence.To);
                if (end == i) continue;
                if (!Read(page, people, sentence, i, end) && PersonNames.FullWords(page, i, end) > 0) people.Maybe.Add((sentence, i, end));
                i = end - 1;
            }
        }
        Coordinated(page, people);
        Surnames(page, people);
        Shared(page, people);
        return people;
    }

    private static bool Read(Page page, PeopleList people, Sentence sentence, int from, int to)
    {
        var honorific = PersonNames.HonorificStart(page, from, sentence.From);
        var before = RoleBefore.Of(page, honorific, sentence.From);
        var after = RoleAfter.Of(page, PersonEvidence.AfterPlace(page, PersonNames.AfterLetters(page, to, sentence.To), sentence), sentence.To);
        var sure = honorific < from && PersonEvidence.Sure(page, honorific, from);
        var words = PersonNames.FullWords(page, from, to);
        if (words == 0 || honorific == from && (to - from == 1 && (people.InRole(from) || PersonEvidence.Goes(page, before, to, sentence)) || PersonEvidence.OfRole(page, from, to, sentence))) return false;
        if (people.Known(page, from, to) is null && !sure && before is null && !(after is not null && to - from > 1) && !(to - from > 1 && PersonEvidence.Evidence(page, sentence, from, to))) return false;
        if (people.Known(page, from, to) is null && to - from == 1 && !sure && (before is null || before.Value.From + 1 == before.Value.To && page.T[before.Value.From].Shape is Shape.Lower)) return false;
        if (IsQuoted(page, from, to) || IsByline(page, from, to, sentence) || IsShip(page, honorific)) return false;
        var person = people.Add(page, from, to, sure ? "person.honorific" : before is not null ? "person.role-before" : after is not null ? after.Value.Rule : "person.context");
        page.Mark(new PersonMention(from, to, person));
        if (honorific < from) person.Honorific ??= (honorific, from);
        PersonFacts.Take(page, person, before, after, to, sentence);
        people.LastRole = person.Role is { } role && role.From >= to ? role : people.LastRole;
        return true;
    }

    /// <summary>"By Anna Berg |", "Reporting by Bo Lind".</summary>
    private static bool IsByline(Page page, int from, int to, Sentence sentence)
    {
        if (page.Low(from - 1) is "by" && page.Low(from - 2) is "reporting" or "writing" or "editing" or "edited" or "compiled" or "translated" or "written" or "photo" or "photos" or "text") return true;
        for (var k = from - 1; k >= sentence.From && k > from - 5; k--) if (page.Low(k) is "contact" or "contacts" or "enquiries" or "inquiries" or "queries" && k < sentence.From + 4) return true;
        for (var k = from - 1; k >= sentence.From && k < sentence.From + 8 && k > from - 8; k--) if (page.Low(k) is "by" && k == sentence.From + 1 && page.T[sentence.From].Is('(')) return true;
        return page.Low(from - 1) is "by" or "reporter" or "editor" && from - 1 == sentence.From && (to >= sentence.To || page.T[to].Is('|') || page.T[to].Is('/') || page.T[to].IsDash);
    }

    /// <summary>"the icebreaker Almirante Vial", "aboard RV Dr Fridtjof Nansen".</summary>
    private static bool IsShip(Page page, int from) =>
        page.Low(from - 1) is "icebreaker" or "ship" or "vessel" or "frigate" or "corvette" or "destroyer" or "submarine" or "aboard" or "rv" or "r/v" or "hms" or "ins" or "uss" or "nrp" or "ara" or "bap" or "lcts" or "trawler" or "boat" or "ferry" or "carrier" or "tanker";

    private static bool IsQuoted(Page page, int from, int to) =>
        from > 0 && to < page.T.Count && (page.T[from - 1].IsQuote || page.T[from - 1].IsApostrophe) && (page.T[to].IsQuote || page.T[to].IsApostrophe || page.T[to].Is(','));

    /// <summary>Two-word names in a list or an "and" beside someone already found.</summary>
    private static void Coordinated(Page page, PeopleList people)
    {
        foreach (var (sentence, from, to) in people.Maybe)
        {
            if (to - from < 2 || !page.IsFree(from, to) || IsQuoted(page, from, to)) continue;
            if (!Beside(page, from, to, sentence) || PersonEvidence.OfRole(page, from, to, sentence) || to < sentence.To && page.T[to].IsName && (Roles.Head.Contains(page.Low(to)) || Roles.Before.Contains(page.Low(to)))) continue;
            var person = people.Add(page, from, to, "person.listed");
            page.Mark(new PersonMention(from, to, person));
            PersonFacts.Take(page, person, null, RoleAfter.Of(page, to, sentence.To), to, sentence);
        }
    }

    private static bool Beside(Page page, int from, int to, Sentence sentence)
    {
        var left = from - 1;
        if (left > sentence.From && page.Low(left) is "and" or "&") left--;
        if (left > sentence.From && page.T[left].Is(',')) left--;
        if (left < from - 1 && left >= sentence.From && (page.At[left] is PersonMention || page.T[left].Is(')') && page.Mention(left - 3) is PersonMention)) return true;
        var right = to;
        if (right < sentence.To && page.T[right].Is(',')) right++;
        if (right < sentence.To && page.Low(right) is "and" or "&") right++;
        while (right < sentence.To && right > to && page.At[right] is null && Roles.Honorific.Contains(page.Low(right))) right++;
        return right > to && right < sentence.To && page.At[right] is PersonMention;
    }

    /// <summary>"the rectors Anna Berg and Bo Lind": an office in the plural belongs to both.</summary>
    private static void Shared(Page page, PeopleList people)
    {
        foreach (var person in people.All)
        {
            if (person.Role is not { } role || role.To > person.Name.From || !PersonEvidence.IsPlural(page.Low(role.To - 1))) continue;
            for (var k = person.Name.To; k < page.T.Count && k < person.Name.To + 9 && !page.T[k].Is('.'); k++)
            {
                if (page.At[k] is not PersonMention { Of: { Role: null } other }) continue;
                (other.Role, other.RoleRule) = (role, "person.role-shared");
                break;
            }
        }
    }

    /// <summary>"Lind" after "Bo Lind".</summary>
    private static void Surnames(Page page, PeopleList people)
    {
        foreach (var (_, from, to) in people.Maybe)
            if (page.IsFree(from, to) && people.Known(page, from, to) is { } person) page.Mark(new PersonMention(from, to, person));
    }
}
