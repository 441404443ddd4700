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
        }
        foreach (var person in people.All) Academic(page, register, person);
    }

    /// <summary>"The laboratory … Its work goes on, director X said": an office within an organisation, and one organisation just named.</summary>
    public static void Nearest(Page page, Person person)
    {
        OrganisationMention? subject = null;
        if (person.Organisation is not null || person.State is not null || person.Role is not { } role) return;
        for (var i = role.From - 1; i >= 0 && i > role.From - 6; i--) if (page.Low(i) is "presence" or "witnessed") return;
        var academic = false;
        for (var i = role.From; i < role.To; i++)
        {
            if (page.Low(i) is "minister" or "ministers" or "secretary" or "ambassador" or "envoy" or "commissioner" or "governor" or "mayor" or "prince" or "king" or "queen" or "prime" or "senator" or "consul" or "counsellor" or "attaché" or "interpreter" or "d'affaires" or "negotiator" || page.At[i] is StateMention or PlaceMention) return;
            academic |= Roles.Academic.Contains(page.Low(i));
        }
        var stops = 0;
        for (var k = Math.Min(person.Name.From, role.From) - 1; k >= 0 && k > person.Name.From - 70; k--)
        {
            if (page.T[k].Is('.') && ++stops > 1) break;
            if (page.At[k] is not OrganisationMention { Of: { IsSubunit: false } of } mention || mention.From != k) continue;
            if (academic && of.Kind is not ("university" or "other")) continue;
            subject = mention;
            if (stops == 0) break;
        }
        if (subject is null) return;
        PersonFacts.Belongs(person, subject, "person.organisation-just-named");
        subject.Of.Acts--;
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
                if (mention is PersonMention { Of: { Organisation: null, State: null } other }) (other.Organisation, other.OrganisationPlace, other.OrganisationRule) = (house, first.Of.OrganisationPlace, "person.accompanies");
            return;
        }
    }

    public static bool IsAcademic(Page page, Person person)
    {
        if (person.Organisation is not null || person.Role is not { } role) return false;
        for (var i = role.From; i < role.To; i++) if (Roles.Academic.Contains(page.Low(i))) return true;
        return false;
    }

    /// <summary>"The heads of X and Y, A and B, renewed": two houses, two people, in the same order.</summary>
    private static void Heads(Page page, Sentence s)
    {
        var plural = false;
        for (var k = s.From; k < s.To && k < s.From + 4; k++) plural |= page.T[k].Shape is Shape.Lower && page.Low(k).EndsWith('s') && (Roles.Head.Contains(page.Low(k)) || Roles.Head.Contains(page.Low(k)[..^1])) && page.Low(k + 1) is "of";
        if (!plural) return;
        var houses = page.In(s.From, s.To).OfType<OrganisationMention>().Where(m => !m.Of.IsSubunit).ToList();
        var people = page.In(s.From, s.To).OfType<PersonMention>().ToList();
        if (houses.Count != 2 || people.Count != 2 || people[0].From < houses[1].To) return;
        for (var i = 0; i < 2; i++) if (people[i].Of.Organisation is null) PersonFacts.Belongs(people[i].Of, houses[i], "person.order-of-houses");
    }

    private static void Group(Page page, Sentence s)
    {
        var (of, first, last) = Visitors(page, s);
        for (var i = s.From; i < s.To; i++)
        {
            if (page.At[i] is OrganisationMention organisation && organisation.From == i)
            {
                if (page.Low(i - 1) is "from" or "for" or "representing" && i - 1 == s.From || page.Low(i - 1) is "the" && page.Low(i - 2) is "for" or "representing" && i - 2 == s.From || SigningFor(page, i, s) || page.Low(i - 1) is "the" && page.Low(i - 2) is "on" or "from" && i - 2 == s.From || Side(page, organisation) || Represented(page, organisation, s)) (of, first, last) = (organisation, s.From, s.To);
            }
            if (page.Low(i) is "received" or "welcomed" or "greeted" or "met" && page.Low(i + 1) is "by" && page.Low(i - 1) is "were" or "was") of = of is null ? null : Host(page, of, s);
            if (page.At[i] is PersonMention person && person.From == i && of is not null && i >= first && i < last && person.Of.Organisation is null) PersonFacts.Belongs(person.Of, of, "person.delegation");
            if (page.T[i].Is(';')) of = null;
        }
    }

    /// <summary>"X led the visitors": those of whom a delegation was named before.</summary>
    private static (OrganisationMention? Of, int First, int Last) Visitors(Page page, Sentence s)
    {
        for (var i = s.From; i < s.To; i++)
        {
            var leads = page.Low(i) is "led" or "leading" or "headed" && page.Low(i + 1) is "the" && page.Low(i + 2) is "visitors" or "delegation" or "visiting" or "guests" or "team";
            var led = page.Low(i) is "visitors" or "delegation" or "guests" && (page.Low(i + 1) is "led" or "headed" || page.Low(i + 2) is "led" or "headed" or "included" or "comprised" || page.Low(i + 1) is "," && page.Low(i + 2) is "led" or "headed" || page.Low(i - 2) is "with" && page.Low(i + 1) is "were" or "was" || page.Low(i + 1) is "also") || page.Low(i) is "delegation" && page.Low(i + 1) is "included" or "comprised" or "was";
            led |= page.Low(i) is "team" or "delegation" or "visitors" or "guests" && page.Low(i - 1) is "the" && (page.Low(i + 2) is "led" or "headed" && page.Low(i + 3) is "by" || page.Low(i + 1) is "includes" or "consists" or "comprises");
            var within = page.Low(i) is "delegation" && page.Low(i - 1) is "the" && page.Low(i - 2) is "in" or "of" && i > s.From + 3;
            if (!leads && !led && !within) continue;
            for (var k = i; k > 1 && k > i - 400; k--)
                if (page.Low(k) is "of" or "from" && page.Low(k - 1) is "delegation" or "team" or "visit" && NextName(page, k + 1) is { } guest) return leads ? (guest, s.From, s.To) : within ? (guest, s.From, i) : (guest, i, s.To);
        }
        return (null, s.From, s.To);
    }

    /// <summary>Whom the delegation visited, or who invited it: the other organisation of the sentence that tells of it.</summary>
    private static OrganisationMention? Host(Page page, OrganisationMention guest, Sentence s)
    {
        for (var i = Math.Min(guest.To, s.From); i < s.From; i++)
        {
            if (page.Low(i) is not ("visited" or "invitation" or "visit" or "hosted")) continue;
            foreach (var mention in page.In(i, Math.Min(s.From, i + 12))) if (mention is OrganisationMention { Of: { IsSubunit: false } of } host && of != guest.Of) return host;
        }
        return null;
    }

    private static OrganisationMention? NextName(Page page, int from)
    {
        for (var k = from; k < from + 4; k++) if (page.Mention(k) is OrganisationMention organisation) return organisation;
        return null;
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

    /// <summary>"College principal", "Institute President", "Laboratory commander": the only organisation with that word in its name.</summary>
    private static Organisation? Unit(Page page, Register register, (int From, int To) role)
    {
        for (var i = role.From; i + 1 < role.To; i++)
        {
            if (page.Low(i) is not ("university" or "college" or "institute" or "laboratory" or "academy" or "centre" or "center" or "council" or "agency" or "hospital") || !Roles.Head.Contains(page.Low(i + 1))) continue;
            var with = register.All.Take(60).Where(o => !o.IsSubunit && o.Forms.Values.Any(f => Enumerable.Range(f.From, f.To - f.From).Any(k => Fold.Word(page.Low(k)).StartsWith(Fold.Word(page.Low(i))[..5], StringComparison.Ordinal)))).ToList();
            return with.Count == 1 ? with[0] : null;
        }
        return null;
    }

    /// <summary>"CEO", "chief executive", "managing director": offices of companies.</summary>
    private static bool Business(Page page, (int From, int To) role)
    {
        for (var i = role.From; i < role.To; i++)
            if (page.Low(i) is "ceo" or "cto" or "coo" or "cfo" or "founder" or "co-founder" || page.Low(i) is "chief" && page.Low(i + 1) is "executive" || page.Low(i) is "managing" && page.Low(i + 1) is "director") return true;
        return false;
    }

    /// <summary>Vice-chancellors and registrars belong to the only university there is.</summary>
    private static void Academic(Page page, Register register, Person person)
    {
        if (person.Organisation is not null || person.Role is not { } role) return;
        if (Unit(page, register, role) is { } unit)
        {
            (person.Organisation, person.OrganisationPlace, person.OrganisationRule) = (unit, role, "person.unit-in-role");
            unit.Acts++;
            return;
        }
        var academic = false;
        for (var i = role.From; i < role.To; i++) academic |= Roles.Academic.Contains(page.Low(i));
        var business = Business(page, role);
        if (!academic && !business) return;
        Organisation? only = null;
        foreach (var organisation in register.All)
        {
            if (organisation.Kind is "university" != academic || !academic && organisation.Kind is not "company" || organisation.IsSubunit) continue;
            if (only is not null) return;
            only = organisation;
        }
        if (only is null) return;
        (person.Organisation, person.OrganisationPlace, person.OrganisationRule) = (only, role, academic ? "person.only-university" : "person.only-company");
        only.Acts++;
    }
}
