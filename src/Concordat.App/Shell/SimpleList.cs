using Concordat.App.Records;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Shell;

/// <summary>One line of a plain list: what it is called and a few columns.</summary>
/// <param name="Cells">Texts by column, in order; null is empty.</param>
public sealed record Line(Guid Record, string Title, IReadOnlyList<string?> Cells);

/// <param name="Head">Column heads after the title.</param>
public sealed record Lines(string Kind, IReadOnlyList<string> Head, IReadOnlyList<Line> Rows, Guid? Next);

/// <summary>Pages through a table in its own order.</summary>
internal static class SimpleList
{
    /// <summary>The rows of one page and whether more follow.</summary>
    public static async Task<(List<T> Page, bool More)> PageAsync<T>(IQueryable<T> ordered, CancellationToken stop) where T : class, IRow
    {
        var page = await ordered.Take(ListQuery.PageSize + 1).ToListAsync(stop);
        var more = page.Count > ListQuery.PageSize;
        if (more) page.RemoveAt(ListQuery.PageSize);
        return (page, more);
    }

    /// <summary>Titles of the records that a page refers to, in one statement.</summary>
    public static async Task<Dictionary<Guid, string>> TitlesAsync(ReadDb db, IEnumerable<Guid?> records, CancellationToken stop)
    {
        var ids = records.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Headlines.Where(h => ids.Contains(h.Record)).ToDictionaryAsync(h => h.Record, h => h.Title, stop);
    }

    public static string Address(string kind, Guid record) => Routes.Of(kind, record);
}
