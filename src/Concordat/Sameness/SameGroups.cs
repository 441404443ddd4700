using System.Collections.Immutable;

namespace Concordat.Sameness;

/// <summary>Records that may all be the same, each linked to the others by pairs.</summary>
/// <param name="Records">In order of id; two or more.</param>
/// <param name="Best">The best of its pairs.</param>
public sealed record SameGroup(ImmutableArray<Guid> Records, ProposedPair Best);

/// <summary>Puts pairs together that lead from one record to the next.</summary>
public static class SameGroups
{
    /// <summary>Most records that are shown side by side; larger groups fall apart into their pairs.</summary>
    public const int Most = 6;

    /// <summary>Best first. Only likely pairs make a group of more than two.</summary>
    public static ImmutableArray<SameGroup> Of(IReadOnlyCollection<ProposedPair> pairs)
    {
        var root = new Dictionary<Guid, Guid>();
        Guid Root(Guid record) => root.TryGetValue(record, out var next) && next != record ? root[record] = Root(next) : record;
        foreach (var pair in pairs.Where(p => p.Score >= ProposedPair.Likely)) root[Root(pair.One)] = Root(pair.Other);
        var groups = new List<SameGroup>();
        foreach (var group in pairs.GroupBy(p => p.Score >= ProposedPair.Likely ? (Root(p.One), Guid.Empty) : (p.One, p.Other)))
        {
            ImmutableArray<Guid> records = [.. group.SelectMany(p => new[] { p.One, p.Other }).Distinct().Order()];
            if (records.Length <= Most) groups.Add(new(records, group.MaxBy(p => p.Score)!));
            else groups.AddRange(group.Select(p => new SameGroup([p.One, p.Other], p)));
        }

        return [.. groups.OrderByDescending(g => g.Best.Score).ThenBy(g => g.Best.One).ThenBy(g => g.Best.Other)];
    }
}
