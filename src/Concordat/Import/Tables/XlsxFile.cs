using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;

namespace Concordat.Import.Tables;

/// <summary>A workbook, read as a stream of rows: cached values of formulas, shared words, days as serial numbers, merged cells filled in.</summary>
/// <remarks>ECMA-376 part 1, sections 18.2 (workbook), 18.3 (sheets), 18.4 (shared strings), 18.8 (styles). XML is read without external entities.</remarks>
internal sealed class XlsxFile : TableFile
{
    private readonly XlsxParts _parts;
    private readonly ImmutableArray<string> _paths;
    private readonly XlsxStyles _styles;
    private readonly Lazy<List<string>> _shared;
    private readonly TableLimits _limits;

    private XlsxFile(XlsxParts parts, ImmutableArray<string> paths, XlsxStyles styles, string sharedPath, TableLimits limits)
    {
        (_parts, _paths, _styles, _limits) = (parts, paths, styles, limits);
        _shared = new(() => XlsxWords.Read(parts, sharedPath, limits));
    }

    public static Outcome<TableFile> Open(byte[] bytes, string name, TableLimits limits)
    {
        try
        {
            var parts = XlsxParts.Open(bytes, name, limits);
            if (parts.Workbook() is not { } workbook) return ImportRefusals.NotATable(name);
            var relations = parts.Relations(workbook);
            var (sheets, from1904) = Listed(parts, workbook, relations);
            if (sheets.Count == 0) return ImportRefusals.Empty;
            var styles = XlsxStyles.Read(parts, relations.Values.FirstOrDefault(r => r.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase)), from1904);
            var shared = relations.Values.FirstOrDefault(r => r.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)) ?? "";
            return new XlsxFile(parts, [.. sheets.Select(s => s.Path)], styles, shared, limits) { Name = name, Sheets = [.. sheets.Select(s => s.Sheet)] };
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return ImportRefusals.Damaged(name);
        }
    }

    private static (List<(Sheet Sheet, string Path)> Sheets, bool From1904) Listed(XlsxParts parts, string workbook, Dictionary<string, string> relations)
    {
        var (sheets, from1904) = (new List<(Sheet, string)>(), false);
        using var xml = parts.Read(workbook);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("name") is not { } title) continue;
            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            if (id is not null && relations.TryGetValue(id, out var path) && !path.Contains("chartsheet", StringComparison.OrdinalIgnoreCase))
                sheets.Add((new(Names.Clip.Line(title), xml.GetAttribute("state") is "hidden" or "veryHidden"), path));
        }

        return (sheets, from1904);
    }

    internal override IEnumerable<TableRow> Rows(int sheet)
    {
        var merged = Guarded(() => XlsxMerges.Read(_parts, _paths[sheet], _limits));
        var shared = Guarded(() => _shared.Value);
        using var rows = new XlsxRows(_parts, _paths[sheet], shared, _styles, _limits).Read().GetEnumerator();
        while (Guarded(rows.MoveNext))
            if (Fill(rows.Current, merged) is { Cells.Length: > 0 } row) yield return row;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw new TableFault(ImportRefusals.Damaged(Name));
        }
    }

    /// <summary>Each cell of a merged area says what its upper left cell says.</summary>
    private static TableRow Fill(TableRow row, XlsxMerges merged)
    {
        var cells = merged.Fill(row);
        var last = cells.FindLastIndex(c => !c.IsEmpty);
        return new(row.Number, [.. cells.Take(last + 1)]);
    }
}
