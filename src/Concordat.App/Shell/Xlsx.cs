using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Concordat.App.Shell;

/// <summary>Lists as workbooks, to be edited and brought back through Import: the last column is the id of the record.</summary>
/// <remarks>ECMA-376 part 1, section 18, written as a stream. Words are inline strings, which no program runs as a formula; days are numbers with a format of days.</remarks>
public static class Xlsx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int RowsAtOnce = 1000, MostRows = 1_048_575, MostLetters = 32_767;

    /// <summary>The whole list, page by page, as its address narrows and orders it; what a sheet has no more rows for is left out.</summary>
    public static IResult Download(string name, ListQuery query, Func<ListQuery, CancellationToken, Task<Lines>> read) => Results.Stream(
        async stream =>
        {
            // The archive is written by blocks that do not wait: through a file of its own, not into the answer.
            await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 65536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            await WriteAsync(file, name, query, read);
            file.Position = 0;
            await file.CopyToAsync(stream);
        },
        MediaType, name + ".xlsx");

    private static async Task WriteAsync(Stream file, string name, ListQuery query, Func<ListQuery, CancellationToken, Task<Lines>> read)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, xml) in Parts(name)) Put(zip, path, xml);
        await using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        await sheet.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"1\" max=\"1\" width=\"60\" customWidth=\"1\"/><col min=\"2\" max=\"30\" width=\"22\" customWidth=\"1\"/></cols><sheetData>");
        var (page, rows) = (query with { Take = RowsAtOnce, Before = null, After = null }, 1);
        for (var first = true; ; first = false)
        {
            var lines = await read(page, CancellationToken.None);
            if (first) await sheet.WriteAsync(Row(["Title", .. lines.Head, "Record"], style: 2));
            foreach (var row in lines.Rows.TakeWhile(_ => rows++ < MostRows)) await sheet.WriteAsync(Row([row.Title, .. row.Cells, row.Record.ToString("D")], style: 0));
            if (lines.Later is null || rows >= MostRows) break;
            page = page with { After = lines.Later };
        }

        await sheet.WriteAsync("</sheetData></worksheet>");
    }

    private static string Row(IReadOnlyList<string?> cells, int style) => $"<row>{string.Concat(cells.Select(c => Cell(c, style)))}</row>";

    private static string Cell(string? text, int style)
    {
        if (string.IsNullOrEmpty(text)) return "<c/>";
        if (style == 0 && DateOnly.TryParseExact(text, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1900)
            return $"<c s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>";
        return $"<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>";
    }

    /// <summary>XML 1.0 has no control characters; what looks like an escape of the format is escaped itself.</summary>
    private static string Escape(string text)
    {
        text = Names.Clip.To(text, MostLetters);
        return SecurityElement.Escape(string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n'))).Replace("_x", "_x005F_x", StringComparison.Ordinal);
    }

    private static void Put(ZipArchive zip, string path, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
    }

    private static IEnumerable<(string Path, string Xml)> Parts(string name)
    {
        const string package = "http://schemas.openxmlformats.org/package/2006", office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        yield return ("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{type}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{type}.styles+xml\"/></Types>");
        yield return ("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"{char.ToUpperInvariant(name[0])}{name[1..]}\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"d\\ mmm\\ yyyy\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf xfId=\"0\"/><xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/><xf fontId=\"1\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>");
    }
}
