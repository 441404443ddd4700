using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Shell;

/// <summary>One line of a list: what it is called and a few columns.</summary>
/// <param name="Cells">Texts by column, in order; null is empty.</param>
public sealed record Line(Guid Record, string Title, IReadOnlyList<string?> Cells)
{
    /// <summary>What stands small under the title; may be empty.</summary>
    public string Under { get; init; } = "";
}

/// <summary>A page of a list in words.</summary>
/// <param name="Head">Column heads after the title.</param>
public sealed record Lines(string Kind, IReadOnlyList<string> Head, IReadOnlyList<Line> Rows, Guid? Earlier, Guid? Later)
{
    /// <summary>Lines of the whole list as it is narrowed.</summary>
    public int Total { get; init; }

    /// <summary>Only these columns, in this order.</summary>
    public Lines Only(IReadOnlyList<int> columns) => this with { Head = [.. columns.Select(c => Head[c])], Rows = [.. Rows.Select(r => r with { Cells = [.. columns.Select(c => r.Cells[c])] })] };
}

internal static class SimpleList
{
    /// <summary>Titles of the records that a page refers to, in one statement.</summary>
    public static async Task<Dictionary<Guid, string>> TitlesAsync(ReadDb db, IEnumerable<Guid?> records, CancellationToken stop)
    {
        var ids = records.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Headlines.Where(h => ids.Contains(h.Record)).ToDictionaryAsync(h => h.Record, h => h.Title, stop);
    }
}
