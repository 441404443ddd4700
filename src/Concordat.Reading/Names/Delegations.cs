using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Organisations of people that only the sentence gives: "From X came A and B", "On the X side were", "X was represented by", a rector in a text with one university.</summary>
internal static class Delegations
{
    public static void Read(Page page, Register register, PeopleList people)
    {
        foreach (var s in page.Sentences)
        {
            if (s.Kind is not BlockKind.Paragraph) continue;
            Group(page, s);
            Company(page, s);
            Heads(page, s);
            Led(page, s);
        }
        foreach (var person in people.All) OfficeHouses.Academic(page, register, person);
    }

    /// <summary>"X was accompanied by Y and Z": of one house.</summary>
    private static void Company(Page page, Sentence s)
    {
        PersonMention? first = null;
        for (var i = s.From; i + 1 < s.To; i++)
        {
            first ??= page.At[i] as PersonMention;
            if (page.Low(i) is not "accompanied" || page.Low(i + 1) is not "by" || first is not { Of.Organisation: { } house }) continue;
            foreach (var mention in page.In(i + 2, s.To))
                if (mention is PersonMention { Of: { Organisation: null, State: null } other }) other.Join(house, first.Of.OrganisationPlace, "person.accompanies");
            return;
        }
    }

    /// <summary>"The heads of X and Y, A and B, renewed": two houses, two people, in the same order.</summary>
    private static void Heads(Page page, Sentence s)
    {
        var plural = false;
        for (var k = s.From; k < s.To && k < s.From + 8; k++) plural |= page.T[k].Shape is Shape.Lower && page.Low(k).EndsWith('s') && (Roles.Head.Contains(page.Low(k)) || Roles.Head.Contains(page.Low(k)[..^1])) && page.Low(k + 1) is "of";
        if (!plural) return;
        var houses = page.In(s.From, s.To).OfType<OrganisationMention>().Where(m => !m.Of.IsSubunit).ToList();
        var people = page.In(s.From, s.To).OfType<PersonMention>().ToList();
        if (houses.Count > 1 && people.Count > 0 && people[0].From < houses[1].To) { Each(page, houses, people); return; }
        if (houses.Count != 2 || people.Count != 2 || people[0].From < houses[1].To) return;
        for (var i = 0; i < 2; i++) if (people[i].Of.Organisation is null) PersonFacts.Belongs(people[i].Of, houses[i], "person.order-of-houses");
    }

    /// <summary>"The X Centre will be headed by Y": whose head somebody is told to be.</summary>
    private static void Led(Page page, Sentence s)
    {
        if (page.In(s.From, s.To).FirstOrDefault() is not OrganisationMention { Of.IsSubunit: false } subject) return;
        for (var i = subject.To; i + 1 < s.To && i < subject.To + 8; i++)
            if (page.Low(i) is "led" or "headed" or "run" or "directed" && page.Low(i + 1) is "by" && page.Low(i - 1) is "be" or "is" or "was" or "been" && page.In(i + 2, Math.Min(s.To, i + 8)).FirstOrDefault() is PersonMention { Of.Organisation: null } head) { PersonFacts.Belongs(head.Of, subject, "person.heads"); return; }
    }

    /// <summary>"The directors of A, X, and of B, Y": each right after the house.</summary>
    private static void Each(Page page, List<OrganisationMention> houses, List<PersonMention> people)
    {
        foreach (var person in people)
            if (person.Of.Organisation is null && houses.FindLast(h => h.To <= person.From) is { } house && page.T[house.To].Is(',') && person.From - house.To < 4 && page.Low(page.Low(house.From - 1) is "the" ? house.From - 2 : house.From - 1) is "of") PersonFacts.Belongs(person.Of, house, "person.order-of-houses");
    }

    private static void Group(Page page, Sentence s)
    {
        var (of, first, last) = Visitors.Of(page, s);
        of ??= Visitors.Hosting(page, s);
        for (var i = s.From; i < s.To; i++)
        {
            if (page.At[i] is OrganisationMention organisation && organisation.From == i)
            {
                if (page.Low(i - 1) is "from" or "for" or "representing" && i - 1 == s.From || page.Low(i - 1) is "the" && page.Low(i - 2) is "for" or "representing" && i - 2 == s.From || SigningFor(page, i, s) || page.Low(i - 1) is "the" && page.Low(i - 2) is "on" or "from" && i - 2 == s.From || Side(page, organisation) || Represented(page, organisation, s)) (of, first, last) = (organisation, s.From, s.To);
            }
            if (page.Low(i) is "received" or "welcomed" or "greeted" or "met" && page.Low(i + 1) is "by" && page.Low(i - 1) is "were" or "was") of = of is null ? null : Visitors.Host(page, of, s);
            if (page.At[i] is PersonMention bracketed && bracketed.From == i && bracketed.Of.Organisation is null && (bracketed.Of.Honorific is { } rank && rank.To == i ? rank.From : i) is var opens && page.T[Math.Max(0, opens - 1)].Is('(') && page.Mention(opens - 2) is OrganisationMention { Of.IsSubunit: false } before && !RolePhrases.IsPart(page, before.Of)) { PersonFacts.Belongs(bracketed.Of, before, "person.in-brackets"); continue; }
            if (page.At[i] is PersonMention person && person.From == i && of is not null && i >= first && i < last && person.Of.Organisation is null) PersonFacts.Belongs(person.Of, of, "person.delegation");
            if (page.At[i] is OrganisationMention side && side.From == i && page.Low(i - 1) is "for" && (i - 1 == s.From || page.T[i - 2].Is(',') || page.T[i - 2].Is(';') || page.Low(i - 2) is "and") && (page.Low(side.To) is "signed" || Roles.Head.Contains(page.Low(side.To)) || page.T[Math.Min(side.To, s.To - 1)].Is(','))) (of, first, last) = (side, s.From, s.To);
            if (page.T[i].Is(';')) of = null;
        }
    }

    /// <summary>"Signing for X was", "Signing on behalf of X were".</summary>
    private static bool SigningFor(Page page, int i, Sentence s)
    {
        var k = page.Low(i - 1) is "the" ? i - 2 : i - 1;
        return page.Low(s.From) is "signing" && (page.Low(k) is "for" && k == s.From + 1 || page.Low(k) is "of" && page.Low(k - 1) is "behalf" && k == s.From + 3);
    }

    private static bool Side(Page page, OrganisationMention organisation) => page.Low(organisation.To) is "side" or "delegation" or "team";

    private static bool Represented(Page page, OrganisationMention organisation, Sentence s)
    {
        for (var k = organisation.To; k < s.To && k < organisation.To + 4; k++) if (page.Low(k) is "represented" && page.Low(k + 1) is "by") return true;
        return false;
    }
}
