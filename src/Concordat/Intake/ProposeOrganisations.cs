using Concordat.Organisations;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

internal static class ProposeOrganisations
{
    /// <summary>Those that take part or that another proposal names; a parent that only places its child comes along.</summary>
    public static IEnumerable<Proposal> From(Findings findings, HashSet<string> referred)
    {
        var wanted = findings.Organisations.Where(o => o.TakesPart || referred.Contains(o.Key)).ToList();
        var parents = wanted.Select(o => o.Parent?.Value).OfType<string>().ToHashSet();
        return findings.Organisations.Where(o => wanted.Contains(o) || parents.Contains(o.Key)).Select(One);
    }

    private static Proposal One(OrganisationFinding found)
    {
        var lines = new Lines(OrganisationKind.Kind);
        lines.Add("names", "0", "text", found.Name);
        for (var i = 0; i < found.Aliases.Length; i++) lines.Add("names", $"{i + 1}", "text", found.Aliases[i]);
        lines.Add("acronym", found.Acronym);
        lines.Add("organisationSort", found.Kind);
        lines.Add("country", found.Country);
        lines.Add("parents", found.Parent?.Value ?? "", "organisation", found.Parent);
        return new() { Key = found.Key, Kind = OrganisationKind.Name, Title = found.Name.Value, Values = lines.All, Evidence = Evidence.Of(found.Name) };
    }
}
