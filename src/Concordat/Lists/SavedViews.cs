using Concordat.Names;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Lists;

/// <summary>A list as a person narrowed and ordered it, under a name.</summary>
public sealed record SavedViewRow
{
    public required string Person { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    /// <summary>The address behind the question mark; null when the view was removed.</summary>
    public required string? Query { get; init; }
}

internal static class ListTables
{
    public static void Add(ModelBuilder model) => model.Entity<SavedViewRow>().ToTable("saved_view").HasKey(r => new { r.Person, r.Kind, r.Name });
}

/// <summary>Keeps lists under names.</summary>
public sealed class SaveView(Journal journal)
{
    private const int LongestName = 60, LongestQuery = 1500;

    /// <param name="query">The address behind the question mark; null removes the view.</param>
    /// <returns>Refusals <c>view.no-name</c>, <c>view.nothing-narrowed</c>, <c>view.too-long</c>, <c>storage.*</c>.</returns>
    public async Task<Outcome<SavedViewRow>> RunAsync(Actor by, string kind, string? name, string? query)
    {
        var named = Clip.To(Clip.Line(name ?? ""), LongestName);
        if (named.Length == 0) return new Refusal("view.no-name", "The view needs a name.");
        if (query is { Length: 0 }) return new Refusal("view.nothing-narrowed", "This is the whole list. Narrow or order it first, then keep that as a view.");
        if (query is { Length: > LongestQuery }) return new Refusal("view.too-long", "These filters are too long to be kept. Take some words away.");
        var row = new SavedViewRow { Person = by.Id, Kind = kind, Name = named, Query = query };
        return (await journal.KeepAsync(by, row)).TryGet(out _, out var refusal) ? row : refusal;
    }
}
