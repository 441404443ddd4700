using System.Collections.Immutable;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>Turns what a reader found into proposed records. Pure: identical findings give identical proposals and keys.</summary>
public static class Propose
{
    /// <summary>Organisations first, then people, agreements, bodies, meetings: each refers only to keys of this list.</summary>
    public static ImmutableArray<Proposal> From(Findings findings)
    {
        var bodies = ProposeBodies.From(findings);
        var acts = ImmutableArray.CreateRange<Proposal>([.. ProposeAgreements.From(findings), .. bodies, .. ProposeMeetings.From(findings, bodies)]);
        var people = ProposePeople.From(findings);
        var referred = acts.Concat(people).SelectMany(References).ToHashSet();
        var organisations = ProposeOrganisations.From(findings, referred);
        ImmutableArray<Proposal> all = [.. organisations, .. people, .. acts];
        var keys = all.Select(p => p.Key).ToHashSet();
        // A value that refers to nothing proposed would have nothing to stand on.
        return [.. all.Select(p => p with { Values = Whole(p, keys) })];
    }

    private static ImmutableArray<ProposedValue> Whole(Proposal proposal, HashSet<string> keys)
    {
        var dangling = proposal.Values.Where(v => v.Field.Type == FieldType.Record && !keys.Contains(v.Value)).ToList();
        var lost = dangling.Where(v => v.Element is not null && v.Field.Required).Select(v => (v.List, v.Element)).ToHashSet();
        return [.. proposal.Values.Where(v => !dangling.Contains(v) && !(v.Element is not null && lost.Contains((v.List, v.Element))))];
    }

    internal static IEnumerable<string> References(Proposal proposal) => proposal.Values.Where(v => v.Field.Type == FieldType.Record).Select(v => v.Value);
}
