using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Organisations of people that only the sentence gives: "From X came A and B", "On the X side were", "X was represented by", a rector in a text with one university.</summary>
internal static class Delegations
{
    public static void Read(Page page, Register register, PeopleList people)
    {
        foreach (var s in page.Sentences) if (s.Kind is BlockKind.Paragraph) Group(page, s);
        foreach (var person in people.All) Academic(page, register, person);
    }

    private static void Group(Page page, Sentence s)
    {
        OrganisationMention? of = null;
        for (var i = s.From; i < s.To; i++)
        {
            if (page.At[i] is OrganisationMention organisation && organisation.From == i)
            {
                if (page.Low(i - 1) is "from" && i - 1 == s.From || page.Low(i - 1) is "the" && page.Low(i - 2) is "on" or "from" && i - 2 == s.From || Side(page, organisation) || Represented(page, organisation, s)) of = organisation;
            }
            if (page.At[i] is PersonMention person && person.From == i && of is not null && person.Of.Organisation is null) PersonFacts.Belongs(person.Of, of, "person.delegation");
            if (page.T[i].Is(';')) of = null;
        }
    }

    private static bool Side(Page page, OrganisationMention organisation) => page.Low(organisation.To) is "side" or "delegation" or "team";

    private static bool Represented(Page page, OrganisationMention organisation, Sentence s)
    {
        for (var k = organisation.To; k < s.To && k < organisation.To + 4; k++) if (page.Low(k) is "represented" && page.Low(k + 1) is "by") return true;
        return false;
    }

    /// <summary>Vice-chancellors and registrars belong to the only university there is.</summary>
    private static void Academic(Page page, Register register, Person person)
    {
        if (person.Organisation is not null || person.Role is not { } role) return;
        var academic = false;
        for (var i = role.From; i < role.To; i++) academic |= Roles.Academic.Contains(page.Low(i));
        if (!academic) return;
        Organisation? only = null;
        foreach (var organisation in register.All)
        {
            if (organisation.Kind is not "university" || organisation.IsSubunit) continue;
            if (only is not null) return;
            only = organisation;
        }
        if (only is null) return;
        (person.Organisation, person.OrganisationPlace, person.OrganisationRule) = (only, role, "person.only-university");
        only.Acts++;
    }
}
