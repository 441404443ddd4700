using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>Departments, offices and institutes that only say where within an organisation somebody works: "Head of the Department of Y", "Director of the Z Institute at X University".</summary>
internal static class Units
{
    public static void Mark(Page page, Register register)
    {
        if (!register.All.Exists(o => o.Kind is "university" or "laboratory" && !o.IsSubunit && page.Low(o.KindPlace.From) is not ("department" or "faculty" or "school" or "office"))) return;
        var only = new Dictionary<Organisation, bool>();
        foreach (var mention in page.Mentions)
        {
            if (mention is not OrganisationMention { Of: { IsSubunit: false, Acronym: null, Country: null } of } m || !IsUnit(page.Low(of.KindPlace.From)) || page.Low(of.KindPlace.From) is "college" or "school" && of.KindPlace.From != m.From) continue;
            only[of] = only.GetValueOrDefault(of, true) && register.All.Exists(o => o != of && o.Kind is "university" or "laboratory") && (Places(page, m) || At(page, m) || Signed(page, m));
        }
        foreach (var (of, within) in only) if (within) of.IsSubunit = true;
    }

    private static bool IsUnit(string head) =>  head is "department" or "office" or "faculty" or "school" or "institute" or "centre" or "center" or "directorate" or "laboratory" or "college" or "bureau" or "secretariat";

    /// <summary>"Head of the Department of Y"; for institutes only with the university beside them.</summary>
    private static bool Places(Page page, OrganisationMention m)
    {
        var k = page.Low(m.From - 1) is "the" ? m.From - 2 : m.From - 1;
        if (page.Low(k) is not ("of" or "for") || page.Low(m.Of.KindPlace.From) is "institute" or "centre" or "center" or "laboratory" && !Plain(page, m)) return false;
        return Roles.Head.Contains(page.Low(k - 1)) && page.Low(k - 1) is not ("secretary" or "minister" or "commissioner") || page.T[k - 1].IsName && page.At[k - 1] is null && page.Low(m.Of.KindPlace.From) is "department" or "faculty" or "school";
    }

    /// <summary>"the Global Centre": words of subjects alone, and nothing after the head.</summary>
    private static bool Plain(Page page, OrganisationMention m)
    {
        for (var k = m.From; k < m.To; k++) if (page.At[k] is StateMention or PlaceMention || k != m.Of.KindPlace.From && !Words.IsField(page.Low(k)) || page.Low(k) is "national" or "royal" or "state") return false;
        return m.Of.KindPlace.From == m.To - 1;
    }

    /// <summary>"Office for Y, X University": an address line.</summary>
    private static bool Signed(Page page, OrganisationMention m)
    {
        if (m.To + 1 >= page.T.Count || !page.T[m.To].Is(',') || page.Mention(m.To + 1) is not OrganisationMention { Of: { Kind: "university" } house }) return false;
        (m.Of.Parent, m.Of.ParentPlace) = (house, (m.From, m.To + 2));
        return true;
    }

    /// <summary>Who works in a unit belongs to the house that the text names for it.</summary>
    public static void House(Page page, PeopleList people)
    {
        foreach (var person in people.All)
        {
            if (person.Organisation is not null || person.Role is not { } role) continue;
            foreach (var mention in page.In(role.From, role.To))
                if (mention is OrganisationMention { Of: { IsSubunit: true, Parent: { } house } }) { person.Join(house, role, "person.unit-of"); house.Acts++; break; }
        }
    }

    /// <summary>"Head of the Institute of Y at X University".</summary>
    private static bool At(Page page, OrganisationMention m)
    {
        var k = page.Low(m.From - 1) is "the" ? m.From - 2 : m.From - 1;
        if (page.Low(k) is not ("of" or "for") || !Roles.Head.Contains(page.Low(k - 1)) || page.Low(m.To) is not ("at" or "of")) return false;
        return page.Mention(page.Low(m.To + 1) is "the" ? m.To + 2 : m.To + 1) is OrganisationMention { Of.Kind: "university" };
    }
}
