using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Shell;

/// <summary>One line of a list: what it is called and a few columns.</summary>
/// <param name="Cells">Texts by column, in order; null is empty.</param>
public sealed record Line(Guid Record, string Title, IReadOnlyList<string?> Cells);

/// <summary>A page of a list in words.</summary>
/// <param name="Head">Column heads after the title.</param>
public sealed record Lines(string Kind, IReadOnlyList<string> Head, IReadOnlyList<Line> Rows, Guid? Earlier, Guid? Later)
{
    /// <summary>What a filter by another record is called, by the filter's name.</summary>
    public IReadOnlyDictionary<string, string> Narrowed { get; init; } = new Dictionary<string, string>();

    public static Lines Of<T>(string kind, IReadOnlyList<string> head, Page<T> page, Func<T, Line> line) => new(kind, head, [.. page.Rows.Select(line)], page.Earlier, page.Later);
}

internal static class SimpleList
{
    /// <summary>Titles of the records that a page refers to, in one statement.</summary>
    public static async Task<Dictionary<Guid, string>> TitlesAsync(ReadDb db, IEnumerable<Guid?> records, CancellationToken stop)
    {
        var ids = records.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Headlines.Where(h => ids.Contains(h.Record)).ToDictionaryAsync(h => h.Record, h => h.Title, stop);
    }

    /// <summary>The title of the record that a filter names.</summary>
    public static async Task<Dictionary<string, string>> NarrowedAsync(ReadDb db, ListQuery query, string filter, CancellationToken stop) =>
        Guid.TryParse(query[filter], out var id) ? new() { [filter] = await db.Headlines.Where(h => h.Record == id).Select(h => h.Title).FirstOrDefaultAsync(stop) ?? "a record that is not shown" } : [];
}
