using Concordat.People;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

internal static class ProposePeople
{
    public static IEnumerable<Proposal> From(Findings findings) => findings.People.Select(One);

    private static Proposal One(PersonFinding found)
    {
        var lines = new Lines(PersonKind.Kind);
        lines.Add("name", found.Name);
        lines.Add("honorific", found.Honorific);
        lines.Add("appointments", "0", "role", found.Role);
        if (found.Role is not null) lines.Add("appointments", "0", "organisation", found.Organisation);
        return new() { Key = found.Key, Kind = PersonKind.Name, Title = found.Name.Value, Values = lines.All, Evidence = Evidence.Of(found.Name) };
    }
}
