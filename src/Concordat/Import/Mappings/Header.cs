using System.Collections.Immutable;
using Concordat.Import.Tables;
using Concordat.Names;

namespace Concordat.Import.Mappings;

/// <summary>The names of the columns of a table.</summary>
/// <param name="Names">One for each column; unique; "Column C" where the header is empty.</param>
/// <param name="Row">Number of its first row.</param>
/// <param name="Lines">How many rows it takes.</param>
public sealed record Header(ImmutableArray<string> Names, int Row, int Lines)
{
    /// <summary>Rows in which a header is looked for.</summary>
    public const int Looked = 25;

    /// <summary>Finds the header: the first row of which several words are known ones, else the first that is filled well.</summary>
    public static Header Find(ImmutableArray<TableRow> head, string kind)
    {
        var rows = head.Take(Looked).ToList();
        if (rows.Count == 0) return new([], 1, 1);
        var width = rows.Max(r => r.Cells.Length);
        var first = rows.FirstOrDefault(r => Known(r, kind) >= 2) ?? rows.FirstOrDefault(r => Distinct(r) * 2 > width) ?? rows[0];
        var next = rows.FirstOrDefault(r => r.Number == first.Number + 1);
        // A title over the table is one cell, perhaps merged over all columns.
        var lines = next is not null && IsGroup(first) && Known(next, kind) >= 2 && !next.Cells.Any(c => c.IsDay) ? 2 : 1;
        return At(head, first.Number, lines, Math.Max(width, head.Max(r => r.Cells.Length)));
    }

    public static Header At(ImmutableArray<TableRow> head, int row, int lines, int width)
    {
        var parts = head.Where(r => r.Number >= row && r.Number < row + lines).ToList();
        var names = ImmutableArray.CreateBuilder<string>();
        for (var column = 0; column < width; column++)
        {
            var words = parts.Select(p => p[column].Line).Where(w => w.Length > 0).Distinct().ToList();
            var name = words.Count == 0 ? $"Column {TableFile.Letters(column)}" : Clip.To(string.Join(" · ", words), 120);
            for (var (again, plain) = (2, name); names.Contains(name); again++) name = $"{plain} ({again})";
            names.Add(name);
        }

        return new(names.ToImmutable(), row, lines);
    }

    private static int Known(TableRow row, string kind) => row.Cells.Where(c => !c.IsEmpty && !c.IsDay).Select(c => ProposeMapping.Target(kind, c.Line)?.Name).OfType<string>().Distinct().Count();

    private static int Distinct(TableRow row) => row.Cells.Where(c => !c.IsEmpty).Select(c => c.Text).Distinct().Count();

    /// <summary>True for a row in which neighbours say the same, or which leaves cells empty between others.</summary>
    private static bool IsGroup(TableRow row) => row.Cells.Zip(row.Cells.Skip(1)).Any(p => p.Second.IsEmpty || p.First.Text == p.Second.Text);
}
