using Concordat.Names;
using Concordat.People;

namespace Concordat.Intake;

/// <summary>Scores whether a person of a text is one of the register.</summary>
/// <remarks>
/// <list type="table">
/// <item>The name: 1 the same words, 0.9 a middle name missing, 0.7 and less with initials, 0.45 one name only, 0 when a name contradicts (see <see cref="Likeness.OfPeople"/>)</item>
/// <item>Same organisation held: 0.99 with the same name, 0.93 with a middle name missing, 0.88 with initials that fit</item>
/// <item>Same office in words, organisation not known: 0.96, 0.9, 0.86</item>
/// <item>An office is stated and another one held: 0.7, 0.6, 0.45 — namesakes are common, so a person decides</item>
/// <item>No office stated or none held: 0.88, 0.75, 0.5; one name only: never above 0.45</item>
/// </list>
/// </remarks>
internal static class RecognisePerson
{
    private const double SameOffice = 0.6;

    public static (double Score, string Why) Score(Read read, Document document)
    {
        var it = document.As<Person>();
        var alike = Likeness.OfPeople(read.Text("name") ?? read.Proposal.Title, it.Name);
        if (alike == 0) return (0, "");
        var name = alike >= 0.995 ? "same name" : alike > 0.76 ? "same name but for one" : alike > 0.45 ? "name and initials fit" : "one name is the same";
        if (alike <= 0.45) return (0.45, name);
        var rank = alike >= 0.995 ? 0 : alike > 0.76 ? 1 : 2;
        var (roles, organisation) = (read.Items("appointments", "role"), read.SameOf("appointments", "organisation").Find(o => o is not null));
        if (organisation is not null && it.Appointments.Any(a => a.Organisation == organisation)) return (Pick(rank, 0.99, 0.93, 0.88), name + ", same organisation");
        if (roles.Count > 0 && it.Appointments.Any(a => roles.Exists(r => Likeness.OfNames(r, a.Role) >= SameOffice) && Agree(organisation, a.Organisation)))
            return (Pick(rank, 0.96, 0.9, 0.86), name + ", same office");
        if (roles.Count > 0 && it.Appointments.Length > 0) return (Pick(rank, 0.7, 0.6, 0.45), name + ", but another office");
        return (Pick(rank, 0.88, 0.75, 0.5), name);
    }

    private static bool Agree(Guid? a, Guid? b) => a is null || b is null || a == b;

    private static double Pick(int rank, double same, double missing, double initials) => rank switch { 0 => same, 1 => missing, _ => initials };
}
