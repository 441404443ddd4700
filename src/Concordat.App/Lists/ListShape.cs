using System.Collections.Immutable;
using Concordat.App.Shell;
using Concordat.Lists;
using Concordat.Storage;

namespace Concordat.App.Lists;

/// <summary>A column after the title.</summary>
/// <param name="Name">As in addresses.</param>
/// <param name="Sort">The order that its head asks for, or null.</param>
public sealed record ListColumn(string Name, string Head, string? Sort = null, bool Descending = false)
{
    /// <summary>True where a list that chooses no columns shows it.</summary>
    public bool Usual { get; init; } = true;

    /// <summary>Class of its cells: d for days, n for numbers.</summary>
    public string? Class { get; init; }

    /// <summary>True where a cell holds several values, with semicolons between them.</summary>
    public bool Several { get; init; }

    /// <summary>The facet to which its values lead.</summary>
    public string? LeadsTo { get; init; }
}

/// <summary>A way to narrow the list.</summary>
/// <param name="Labels">What values are called; those left out are called as they are.</param>
public sealed record FacetShape(string Name, string Label, Func<ReadDb, IReadOnlyList<string>, CancellationToken, Task<IReadOnlyDictionary<string, string>>>? Labels = null)
{
    /// <summary>True where its values stand on the page with their counts, without being opened.</summary>
    public bool Always { get; init; }

    /// <summary>A facet whose values are ids of records.</summary>
    public static FacetShape OfRecords(string name, string label) => new(name, label, async (db, values, stop) =>
    {
        var ids = values.Select(v => Guid.TryParse(v, out var id) ? id : default).ToList();
        return (await db.NamesAsync(ids, stop)).ToDictionary(n => n.Key.ToString("D"), n => n.Value.Title);
    });

    /// <summary>A facet whose values have fixed labels.</summary>
    public static FacetShape Of(string name, string label, IEnumerable<(string Value, string Label)> labels, bool always = false)
    {
        IReadOnlyDictionary<string, string> known = labels.ToDictionary(l => l.Value, l => l.Label);
        return new(name, label, (_, _, _) => Task.FromResult(known)) { Always = always };
    }
}

/// <summary>The list of one kind: what it is narrowed by, its columns, and how its rows are read.</summary>
public sealed record ListShape
{
    public required ListPlan Plan { get; init; }
    public required ImmutableArray<FacetShape> Facets { get; init; }
    public required ImmutableArray<ListColumn> Columns { get; init; }

    /// <summary>Rows of records, in any order: those that are gone are left out. Cells by <see cref="Columns"/>.</summary>
    public required Func<ReadDb, IReadOnlyCollection<Guid>, long, CancellationToken, Task<IReadOnlyList<Line>>> Rows { get; init; }

    /// <summary>What an empty list says: what would appear here, and how.</summary>
    public required string Teach { get; init; }

    /// <summary>Column whose texts are shown as chips, with the class of each text.</summary>
    public (string Column, Func<string, string> Look)? Chips { get; init; }

    /// <summary>Buttons beside the heading, the first of which an empty list offers too: addresses with their words.</summary>
    public required ImmutableArray<(string Address, string Text)> Ways { get; init; }

    public string Kind => Plan.Kind;
}
