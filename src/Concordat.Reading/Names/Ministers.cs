using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>"Deputy Minister of Defence X" in a text that names one Ministry of Defence: the house is the minister's.</summary>
internal static class Ministers
{
    public static void Read(Page page, Register register, PeopleList people)
    {
        var houses = register.All.Where(o => page.Low(o.KindPlace.From) is "ministry" or "department" && !o.IsSubunit).Take(20).ToList();
        if (houses.Count == 0) return;
        foreach (var person in people.All)
        {
            if (person.Organisation is not null || person.Role is not { } role || Field(page, role) is not { } field || field.Count == 0 && (houses.Count > 1 || role.To - role.From > 1)) continue;
            var fit = houses.FindAll(h => Fits(page, h, field));
            if (fit.Count > 1 && person.State is { } state) fit = fit.FindAll(h => h.Country?.Value == state.Code);
            if (fit is not [var house] || person.State is { } land && house.Country is { } country && country.Value != land.Code) continue;
            person.Join(house, role, "person.minister-of");
        }
    }

    /// <summary>The words of the office beside "minister": "defence", "science technology"; null where nobody is a minister.</summary>
    private static HashSet<string>? Field(Page page, (int From, int To) role)
    {
        var at = -1;
        for (var i = role.From; i < role.To; i++) if (page.Low(i) is "minister" or "vice-minister") at = i;
        if (at < 0) return null;
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = role.From; i < role.To; i++)
            if (page.T[i].IsWord && i != at && !Roles.Head.Contains(page.Low(i)) && page.At[i] is null && page.Low(i) is not ("of" or "for" or "and" or "the" or "deputy" or "vice" or "first" or "prime" or "state" or "senior" or "general")) words.Add(Fold.Word(page.Low(i)));
        return words;
    }

    private static bool Fits(Page page, Organisation house, HashSet<string> field)
    {
        var (from, to) = ShortForms.Longest(house);
        var own = new HashSet<string>(StringComparer.Ordinal);
        for (var i = from; i < to; i++) if (i != house.KindPlace.From) own.Add(Fold.Word(page.Low(i)));
        return field.IsSubsetOf(own);
    }
}
