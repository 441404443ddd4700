using System.IO.Compression;
using System.Security;
using System.Text;

namespace Concordat.Tests.Import;

/// <summary>Writes small workbooks by hand, so that each oddity stands in a test as a person would make it.</summary>
internal sealed class SampleSheets
{
    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private readonly List<string> _shared = [];

    /// <summary>Styles: 0 none, 1 a built-in day (14), 2 "dd/mm/yyyy" of its own, 3 money in brackets with a d in quotes.</summary>
    private const string Styles =
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy;@\"/><numFmt numFmtId=\"171\" formatCode=\"#,##0 &quot;dollars&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>";

    public static string Text(string reference, string words) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(words)}</t></is></c>";

    public string Shared(string reference, string words)
    {
        _shared.Add(words);
        return $"<c r=\"{reference}\" t=\"s\"><v>{_shared.Count - 1}</v></c>";
    }

    public static string Number(string reference, string value, int style = 0) => $"<c r=\"{reference}\" s=\"{style}\"><v>{value}</v></c>";

    public static string Formula(string reference, string formula, string cached) => $"<c r=\"{reference}\" t=\"str\"><f>{SecurityElement.Escape(formula)}</f><v>{SecurityElement.Escape(cached)}</v></c>";

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    /// <summary>A row of plain words from column A on.</summary>
    public static string Words(int number, params string[] words) => Row(number, [.. words.Select((w, i) => w.Length == 0 ? "" : Text($"{(char)('A' + i)}{number}", w))]);

    public SampleSheets Sheet(string name, string rows, string merges = "", string state = "visible")
    {
        var merged = merges.Length == 0 ? "" : $"<mergeCells>{string.Concat(merges.Split(' ').Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";
        _sheets.Add((name, state, $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{merged}</worksheet>"));
        return this;
    }

    public byte[] Bytes(bool from1904 = false, string doctype = "")
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}"
                + "<Relationship Id=\"st\" Type=\"x/styles\" Target=\"/xl/styles.xml\"/><Relationship Id=\"ss\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Put(zip, "xl/workbook.xml", $"{doctype}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr date1904=\"{(from1904 ? 1 : 0)}\"/>"
                + $"<sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i}\"/>"))}</sheets></workbook>");
            Put(zip, "xl/styles.xml", Styles);
            Put(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(_shared.Select(s => $"<si>\n <r>\n <t>{SecurityElement.Escape(s)}</t> </r><rPh sb=\"0\" eb=\"1\"><t>aloud</t></rPh></si>"))}</sst>");
            for (var i = 0; i < _sheets.Count; i++) Put(zip, $"xl/worksheets/sheet{i}.xml", _sheets[i].Xml);
        }

        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string path, string xml)
    {
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
