using System.Xml;

namespace Concordat.Import.Tables;

/// <summary>The merged areas of a sheet. They stand after the rows in the file, so they are read first.</summary>
internal sealed class XlsxMerges
{
    private readonly Dictionary<int, List<Area>> _byFirstRow = [];
    private readonly List<Area> _open = [];

    private sealed record Area(int Row, int Column, int LastRow, int LastColumn)
    {
        public Cell Says { get; set; } = Cell.Empty;
    }

    public static XlsxMerges Read(XlsxParts parts, string path, TableLimits limits)
    {
        var merges = new XlsxMerges();
        using var xml = parts.Read(path);
        var count = 0;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheetData" }) xml.Skip();
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } || Of(xml.GetAttribute("ref")) is not { } area) continue;
            if (++count > limits.Merges) break;
            if (!merges._byFirstRow.TryGetValue(area.Row, out var here)) merges._byFirstRow[area.Row] = here = [];
            here.Add(area);
        }

        return merges;
    }

    private static Area? Of(string? reference)
    {
        if (reference?.Split(':') is not [var from, var to]) return null;
        if (Row(from) is not { } top || Row(to) is not { } bottom || XlsxRows.Column(from) is not { } left || XlsxRows.Column(to) is not { } right) return null;
        // Areas over whole columns are decoration.
        return bottom < top || right < left || bottom - top > 2000 || right - left > 500 ? null : new(top, left, bottom, right);
    }

    private static int? Row(string reference) => int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"), out var row) ? row : null;

    /// <summary>Rows must come in order.</summary>
    public List<Cell> Fill(TableRow row)
    {
        var cells = row.Cells.ToList();
        _open.RemoveAll(a => a.LastRow < row.Number);
        foreach (var area in _open) Put(cells, area, area.Column);
        if (!_byFirstRow.TryGetValue(row.Number, out var begin)) return cells;
        foreach (var area in begin.Where(a => !row[a.Column].IsEmpty))
        {
            area.Says = row[area.Column];
            Put(cells, area, area.Column + 1);
            if (area.LastRow > row.Number) _open.Add(area);
        }

        return cells;
    }

    private static void Put(List<Cell> cells, Area area, int from)
    {
        while (cells.Count <= area.LastColumn) cells.Add(Cell.Empty);
        for (var column = from; column <= area.LastColumn; column++)
            if (cells[column].IsEmpty) cells[column] = area.Says;
    }
}
