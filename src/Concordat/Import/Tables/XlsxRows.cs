using System.Globalization;
using System.Text;
using System.Xml;
using Concordat.Sources.Extraction;

namespace Concordat.Import.Tables;

/// <summary>Streams the rows of one sheet as they are written, merged areas not yet filled.</summary>
internal sealed class XlsxRows(XlsxParts parts, string path, List<string> shared, XlsxStyles styles, TableLimits limits)
{
    private long _cells;

    public IEnumerable<TableRow> Read()
    {
        using var xml = parts.Read(path);
        var last = 0;
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            last = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > last ? number : last + 1;
            if (last > limits.Rows) throw new TableFault(ImportRefusals.TooLarge($"The sheet has more than {limits.Rows:N0} rows."));
            var cells = xml.IsEmptyElement ? [] : Cells(xml);
            yield return new(last, [.. cells]);
        }
    }

    private List<Cell> Cells(XmlReader xml)
    {
        var cells = new List<Cell>();
        var (depth, next) = (xml.Depth, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = Column(xml.GetAttribute("r")) ?? next;
            next = column + 1;
            if (column >= limits.Columns) { if (!xml.IsEmptyElement && Value(xml) is { IsEmpty: false }) throw TooWide(); continue; }
            if (xml.IsEmptyElement) continue;
            var cell = Value(xml);
            if (cell.IsEmpty) continue;
            if (++_cells > limits.Cells) throw new TableFault(ImportRefusals.TooLarge($"The sheet has more than {limits.Cells:N0} cells."));
            while (cells.Count < column) cells.Add(Cell.Empty);
            if (cells.Count == column) cells.Add(cell);
            else cells[column] = cell;
        }

        return cells;
    }

    private TableFault TooWide() => new(ImportRefusals.TooLarge($"The sheet has more than {limits.Columns:N0} columns."));

    /// <summary>0 for "A7"; null where the cell does not say.</summary>
    internal static int? Column(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > 20_000) return 20_000;
        }

        return column == 0 ? null : column - 1;
    }

    private Cell Value(XmlReader xml)
    {
        var (type, style, depth) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"), xml.Depth);
        var (value, inline) = ("", new StringBuilder());
        while (xml.Read() && xml.Depth > depth)
        {
            // What is read aloud above Chinese letters is no part of the words.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) { xml.Skip(); if (xml.Depth <= depth) break; }
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false }) value = Text(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false }) inline.Append(Text(xml));
        }

        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? Words(shared[at]) : Cell.Empty,
            "inlineStr" => Words(XlsxWords.Unescape(inline.ToString())),
            "str" => Words(XlsxWords.Unescape(value)),
            "b" => new(value == "1" ? "yes" : value == "0" ? "no" : ""),
            // "#N/A", "#REF!": nothing that a person wrote.
            "e" => Cell.Empty,
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day) ? new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), true) : Words(value),
            _ => styles.Number(value, style),
        };
    }

    private Cell Words(string text) => text.Length > limits.CellLetters ? throw new TableFault(ImportRefusals.TooLarge($"A cell has more than {limits.CellLetters:N0} letters.")) : new(Clean.Text(text));

    private string Text(XmlReader xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            text.Append(xml.Value);
            if (text.Length > limits.CellLetters * 2) throw new TableFault(ImportRefusals.TooLarge($"A cell has more than {limits.CellLetters:N0} letters."));
        }

        return text.ToString();
    }
}

/// <summary>Words that cells share.</summary>
internal static class XlsxWords
{
    public static List<string> Read(XlsxParts parts, string path, TableLimits limits)
    {
        var words = new List<string>();
        if (!parts.Has(path)) return words;
        using var xml = parts.Read(path);
        var (letters, item, phonetic, inside) = (0L, new StringBuilder(), false, false);
        while (xml.Read())
        {
            if (xml.LocalName == "rPh") phonetic = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.LocalName == "t") inside = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "si", IsEmptyElement: true }) words.Add("");
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "si" }) { words.Add(Unescape(item.ToString())); item.Clear(); }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && inside && !phonetic)
            {
                item.Append(xml.Value);
                if ((letters += xml.Value.Length) > limits.SharedLetters) throw new TableFault(ImportRefusals.TooLarge($"The words of the file have more than {limits.SharedLetters / 1048576} million letters."));
            }
        }

        return words;
    }

    /// <summary>"_x000D_" is a carriage return (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_' && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
