using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Houses that an office alone gives away: a rector in a text with one university, a chief executive in one with one company.</summary>
internal static class OfficeHouses
{
    /// <summary>"College principal", "Institute President", "Laboratory commander": the only organisation with that word in its name.</summary>
    public static Organisation? Unit(Page page, Register register, (int From, int To) role)
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
    public static bool Business(Page page, (int From, int To) role)
    {
        for (var i = role.From; i < role.To; i++)
            if (Owned.IsOffice(page, i) || page.Low(i) is "founder") return true;
        return false;
    }

    /// <summary>Vice-chancellors and registrars belong to the only university there is.</summary>
    public static void Academic(Page page, Register register, Person person)
    {
        if (person.Organisation is not null || person.Role is not { } role) return;
        if (Unit(page, register, role) is { } unit)
        {
            person.Join(unit, role, "person.unit-in-role");
            unit.Acts++;
            return;
        }
        var academic = IsAcademic(page, role);
        if (!academic && !Business(page, role)) return;
        Organisation? only = null;
        foreach (var organisation in register.All)
        {
            if (organisation.Kind is "university" != academic || !academic && organisation.Kind is not "company" || organisation.IsSubunit) continue;
            if (only is not null) return;
            only = organisation;
        }
        if (only is null) return;
        person.Join(only, role, academic ? "person.only-university" : "person.only-company");
        only.Acts++;
    }

    public static bool IsAcademic(Page page, Person person) => person is { Organisation: null, Role: { } role } && IsAcademic(page, role);

    private static bool IsAcademic(Page page, (int From, int To) role)
    {
        for (var i = role.From; i < role.To; i++) if (Roles.Academic.Contains(page.Low(i))) return true;
        return false;
    }

    /// <summary>An officer of a university whom nothing else places belongs to the university that the text names first.</summary>
    public static void Home(Page page, Register register, PeopleList people)
    {
        if (register.All.Where(o => o is { Kind: "university", IsSubunit: false, Acts: > 0 }).MinBy(o => o.First) is not { } home) return;
        foreach (var person in people.All)
            if (person.State is null && IsAcademic(page, person)) person.Join(home, person.Role!.Value, "person.first-university");
    }

    /// <summary>"A ends its agreement with B, Rector X announced": whoever tells it speaks for the subject.</summary>
    private static OrganisationMention? Teller(Page page, Person person, (int From, int To) role)
    {
        if (role.To > person.Name.From || role.From < 1 || !page.T[role.From - 1].Is(',') || !Roles.HumanVerb.Contains(page.Low(person.Name.To)) || page.SentenceAt(role.From) is not { } s) return null;
        return page.In(s.From, role.From).OfType<OrganisationMention>().FirstOrDefault(m => !m.Of.IsSubunit);
    }

    /// <summary>"The commandant, X, said the institute was ready": the house that somebody speaks of first.</summary>
    private static OrganisationMention? OfWhich(Page page, Person person)
    {
        var from = person.Role is { } role && role.From > person.Name.From ? Math.Max(person.Name.To, role.To) : person.Name.To;
        var said = false;
        for (var k = from; k < page.T.Count && k < from + 8 && !page.T[k].Is('.'); k++)
        {
            said |= page.Low(k) is "said" or "says" or "noted" or "added" or "stated" or "explained" or "stressed" or "told";
            if (said && page.At[k] is OrganisationMention { Of.IsSubunit: false } m) return page.T[k].Shape is Shape.Lower && page.Low(k - 1) is "the" or "his" or "her" or "its" ? m : null;
        }
        return null;
    }

    /// <summary>"The laboratory … Its work goes on, director X said": an office within an organisation, and one organisation just named.</summary>
    public static void Nearest(Page page, Person person, bool early = true)
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
        if (OfWhich(page, person) is { } own) { person.Join(own, "person.says-the-house"); return; }
        if (Teller(page, person, role) is { } first) { person.Join(first, "person.tells-of"); return; }
        var stops = 0;
        for (var k = Math.Min(person.Name.From, role.From) - 1; k >= 0 && k > person.Name.From - 70; k--)
        {
            if (page.T[k].Is('.') && ++stops > 1) break;
            if (page.At[k] is not OrganisationMention { Of: { IsSubunit: false } of } mention || mention.From != k) continue;
            if (academic && of.Kind is not ("university" or "other")) continue;
            subject = mention;
            if (stops == 0) break;
        }
        if (subject is null || academic && stops > 0 && !early) return;
        person.Join(subject, "person.organisation-just-named");
    }
}
