using System.Collections.Immutable;

namespace Concordat.Import.Tables;

/// <summary>One cell: its words as a person sees them, control characters and half characters made harmless.</summary>
/// <param name="Text">Never null; line ends are \n.</param>
/// <param name="IsDay">True where the file itself says that this is a day; then the text is an ISO date.</param>
public readonly record struct Cell(string Text, bool IsDay = false)
{
    public static Cell Empty { get; } = new("");

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The words on one line, as the text of the source and its quotes have them.</summary>
    public string Line => Names.Clip.Line(Text);
}

/// <param name="Number">As the spreadsheet numbers it, from 1; for CSV the number of the record.</param>
/// <param name="Cells">Without empty ones at the end; never all empty.</param>
public sealed record TableRow(int Number, ImmutableArray<Cell> Cells)
{
    public Cell this[int column] => column < Cells.Length ? Cells[column] : Cell.Empty;
}

/// <param name="Hidden">Not shown by the spreadsheet program; never chosen unless a person does.</param>
public sealed record Sheet(string Name, bool Hidden);

/// <summary>A file that holds tables; rows are streamed, as often as asked for.</summary>
public abstract class TableFile
{
    /// <summary>File name as sent.</summary>
    public required string Name { get; init; }

    public required ImmutableArray<Sheet> Sheets { get; init; }

    /// <summary>What a person should know about the reading: separator, encoding.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The rows that are not empty, in order.</summary>
    /// <param name="sheet">Place in <see cref="Sheets"/>.</param>
    /// <exception cref="TableFault">The table is damaged or beyond the limits.</exception>
    internal abstract IEnumerable<TableRow> Rows(int sheet);

    /// <summary>Place of a sheet by its name; null means the first that is not hidden.</summary>
    /// <returns>Refusal <c>import.no-such-sheet</c>.</returns>
    public Outcome<int> Find(string? sheet)
    {
        if (sheet is null) return Math.Max(0, Sheets.Select((s, i) => (s, i)).Where(s => !s.s.Hidden).Select(s => (int?)s.i).FirstOrDefault() ?? 0);
        for (var i = 0; i < Sheets.Length; i++) if (string.Equals(Sheets[i].Name, sheet, StringComparison.OrdinalIgnoreCase)) return i;
        return ImportRefusals.NoSheet(sheet, Sheets.Select(s => s.Name));
    }

    /// <summary>The first rows of a sheet.</summary>
    /// <returns>Refusals <c>import.damaged</c>, <c>import.bomb</c>, <c>import.too-large</c>.</returns>
    public Outcome<ImmutableArray<TableRow>> Head(int sheet, int rows)
    {
        try
        {
            return Rows(sheet).Take(rows).ToImmutableArray();
        }
        catch (TableFault fault)
        {
            return fault.Refusal;
        }
    }

    /// <summary>"A" for 0, "AB" for 27.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
