using Concordat.Names;

namespace Concordat.Intake;

/// <summary>By which keys a proposal is looked up among the known names.</summary>
internal static class LookUp
{
    /// <summary>Whole names, acronyms, what precedes a comma, and initials of people; folded.</summary>
    public static IEnumerable<string> Keys(Proposal proposal)
    {
        foreach (var name in Spellings(proposal))
        {
            yield return Fold.Key(name);
            if (proposal.Kind == "organisation" && name.IndexOf(',') is var at and > 0) yield return Fold.Key(name[..at]);
            if (proposal.Kind == "body") yield return Fold.Key(Sides.Split(name).Name);
            if (proposal.Kind == "person") foreach (var initials in Initials.OfPerson(name)) yield return initials;
        }
    }

    /// <summary>Words that tell names apart.</summary>
    public static IEnumerable<string> Words(Proposal proposal) => Spellings(proposal).SelectMany(Fold.Words).Where(w => w.Length > 2 && !Everywhere.Contains(w));

    private static IEnumerable<string> Spellings(Proposal proposal) =>
        proposal.Values.Where(v => v.Key is "name" or "acronym" or "title" || v is { List: "names" or "references", Field.Name: "text" } or { List: "identifiers", Field.Name: "value" }).Select(v => v.Value).Append(proposal.Title).Where(n => n.Length > 0).Distinct();

    // Words that half of all names hold: they narrow nothing down.
    private static readonly HashSet<string> Everywhere =
    [
        .. ("the and for university institute ministry department national centre agency organisation office council international research science technology defence agreement "
            + "memorandum understanding framework meeting plenary joint group state federal government college school laboratory without title parties stated signed project programme").Split(' '),
    ];
}
