using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>Offices that come together: a vice-rector belongs where the rector does, a registrar where the vice-chancellor does.</summary>
internal static class OfficeFamilies
{
    public static void Read(Page page, PeopleList people)
    {
        if (people.All.Count > 200) return;
        foreach (var person in people.All)
        {
            if (person.Organisation is not null || person.State is not null || person.Role is not { } role || Of(page, role) is not { } family) continue;
            Person? holder = null;
            var clear = true;
            foreach (var other in people.All)
            {
                if (other.Organisation is not { Kind: "university" } house || other.Role is not { } office || Of(page, office) != family) continue;
                clear &= holder is null || holder.Organisation == house;
                holder ??= other;
            }
            if (holder is not { Organisation: { } theirs } || !clear || Heads(page, role) && Heads(page, holder.Role!.Value)) continue;
            person.Join(theirs, holder.OrganisationPlace, "person.office-family");
        }
    }

    private static string? Of(Page page, (int From, int To) role)
    {
        for (var k = role.From; k < role.To; k++)
            switch (page.Low(k))
            {
                case "chancellor" or "vice-chancellor" or "pro-vice-chancellor" or "registrar" or "vc" or "pvc" or "dvc": return "chancellor";
                case "rector" or "vice-rector" or "pro-rector" or "prorector": return "rector";
                case "provost": return "president";
                case "president" or "vice-president": return "president";
            }
        return null;
    }

    /// <summary>The head of the house, of whom there is one.</summary>
    private static bool Heads(Page page, (int From, int To) role)
    {
        var head = false;
        for (var k = role.From; k < role.To; k++)
        {
            if (page.Low(k) is "vice" or "deputy" or "pro" or "registrar" or "provost" or "assistant" or "associate" || page.Low(k).StartsWith("vice-", StringComparison.Ordinal) && page.Low(k) is not "vice-chancellor" || page.Low(k).StartsWith("pro-", StringComparison.Ordinal)) return false;
            head |= Roles.Head.Contains(page.Low(k));
        }
        return head;
    }
}
