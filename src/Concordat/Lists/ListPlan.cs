using System.Collections.Immutable;
using Concordat.Storage;

namespace Concordat.Lists;

/// <summary>A line as its list is narrowed and ordered by it.</summary>
/// <param name="Keys">By the plan's orders; a line without a key is left out of that order.</param>
/// <param name="Values">By facet; several of one facet are allowed.</param>
/// <param name="ChangesOn">The first day after today on which it has other values without any commit, as a day number; null for never.</param>
public sealed record IndexedLine(Guid Record, string SortKey, ImmutableArray<long?> Keys, IReadOnlyList<(string Facet, string Value)> Values, long? ChangesOn = null);

/// <summary>An order beside that of titles.</summary>
/// <param name="Name">Value of <c>sort</c> in addresses.</param>
public sealed record ListOrder(string Name, bool Descending);

/// <summary>How the list of one kind is narrowed and ordered, and where its lines come from.</summary>
public sealed record ListPlan
{
    public required string Kind { get; init; }

    /// <summary>Names of facets, as in addresses.</summary>
    public required ImmutableArray<string> Facets { get; init; }

    public ImmutableArray<ListOrder> Orders { get; init; } = [];

    /// <summary>True where a list that names no order is in the first of <see cref="Orders"/> and “title” names that of titles, false where it is by title.</summary>
    public bool OrderedFirst { get; init; }

    /// <summary>Lines of the records that are named, of all where it is null, as of a day.</summary>
    public required Func<ReadDb, IReadOnlyCollection<Guid>?, long, IAsyncEnumerable<IndexedLine>> Read { get; init; }

    /// <summary>Records of this list whose lines change with records of other kinds.</summary>
    public Func<ReadDb, IReadOnlyCollection<Guid>, CancellationToken, Task<List<Guid>>> Dependents { get; init; } = (_, _, _) => Task.FromResult(new List<Guid>());
}
