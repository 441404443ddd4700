using System.Text;
using Concordat.Import.Tables;

namespace Concordat.Import.Rows;

/// <summary>Where a value stands: in the text of the source, and in the table.</summary>
/// <param name="Start">First UTF-16 unit of the quote in the text.</param>
/// <param name="Cell">"Register!C14".</param>
public sealed record Place(int Start, string Quote, string Cell);

/// <summary>The table as text: one line a row, its number first, tabs between the cells; so every cell has an offset that anybody can count again.</summary>
/// <remarks>The same rows give the same text, so that a resumed import cites the same places.</remarks>
internal sealed class TableText(string sheet)
{
    /// <summary>Name and version of the reader, as sources and citations state it.</summary>
    public const string Extractor = "table", Version = "1";

    private long _length;

    /// <summary>UTF-16 units so far.</summary>
    public long Length => _length;

    /// <summary>The line of a row, and where its cells begin; rows must come in order, each once.</summary>
    public RowPlaces Next(TableRow row)
    {
        var line = new StringBuilder().Append(row.Number);
        var starts = new long[row.Cells.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            line.Append('\t');
            starts[i] = _length + line.Length;
            line.Append(row.Cells[i].Line);
        }

        line.Append('\n');
        _length += line.Length;
        return new(sheet, row, starts, line.ToString());
    }
}

/// <summary>The places of the cells of one row.</summary>
internal sealed record RowPlaces(string Sheet, TableRow Row, long[] Starts, string Text)
{
    public Place Whole(int column) => At(column, Row[column].Line, 0);

    /// <summary>A part of a cell, looked for from a position of its line on.</summary>
    public Place Part(int column, string words, ref int from)
    {
        var at = Row[column].Line.IndexOf(words, Math.Min(from, Row[column].Line.Length), StringComparison.Ordinal);
        if (at < 0) return Whole(column);
        from = at + words.Length;
        return At(column, words, at);
    }

    private Place At(int column, string words, int offset) =>
        new((int)Math.Min(int.MaxValue, Starts[column] + offset), words, $"{(Sheet.Length > 0 ? Sheet + "!" : "")}{TableFile.Letters(column)}{Row.Number}");
}
