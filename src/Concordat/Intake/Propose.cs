using System.Collections.Immutable;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>Turns what a reader found into proposed records: of the text of an agreement what it says of itself, of all else what it tells. Pure: identical findings give identical proposals and keys.</summary>
public static class Propose
{
    /// <summary>Organisations first, then people, agreements, bodies, meetings: each refers only to keys of this list.</summary>
    public static ImmutableArray<Proposal> From(Findings findings)
    {
        var all = findings.Wording is { Parties.IsEmpty: false } wording ? [.. ProposeWording.From(findings, wording)] : News(findings);
        var keys = all.Select(p => p.Key).ToHashSet();
        // A value that refers to nothing proposed would have nothing to stand on.
        return [.. all.Select(p => p with { Values = Whole(p, keys) })];
    }

    private static ImmutableArray<Proposal> News(Findings findings)
    {
        var bodies = ProposeBodies.From(findings);
        var acts = ImmutableArray.CreateRange<Proposal>([.. ProposeAgreements.From(findings), .. bodies, .. ProposeMeetings.From(findings, bodies)]);
        var people = ProposePeople.From(findings);
        var referred = acts.Concat(people).SelectMany(References).ToHashSet();
        return [.. ProposeOrganisations.From(findings, referred), .. people, .. acts];
    }

    private static ImmutableArray<ProposedValue> Whole(Proposal proposal, HashSet<string> keys)
    {
        var dangling = proposal.Values.Where(v => v.Field.Type == FieldType.Record && !keys.Contains(v.Value)).ToList();
        var lost = dangling.Where(v => v.Element is not null && v.Field.Required).Select(v => (v.List, v.Element)).ToHashSet();
        return [.. proposal.Values.Where(v => !dangling.Contains(v) && !(v.Element is not null && lost.Contains((v.List, v.Element))))];
    }

    internal static IEnumerable<string> References(Proposal proposal) => proposal.Values.Where(v => v.Field.Type == FieldType.Record).Select(v => v.Value);
}
