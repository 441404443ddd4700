using System.IO.Compression;
using System.Text;
using Concordat.Import.Tables;
using static Concordat.Tests.Import.SampleSheets;

namespace Concordat.Tests.Import.Tables;

/// <summary>Workbooks as offices keep them, and as somebody who means harm makes them.</summary>
public class XlsxFileTests
{
    private static TableFile Open(byte[] bytes) => OpenTable.Read(bytes, "register.xlsx").Value;

    private static string Shown(TableFile file, int sheet = 0) =>
        string.Join(" / ", file.Head(sheet, 100).Value.Select(r => $"{r.Number}:{string.Join('|', r.Cells.Select(c => c.Text + (c.IsDay ? "†" : "")))}"));

    [Fact]
    public void Words_numbers_days_and_the_last_results_of_formulas_are_read()
    {
        var book = new SampleSheets();
        book.Sheet("Register", Row(1, book.Shared("A1", "Title & more"), Text("B1", " Signed "))
            + Row(2, Formula("A2", "HYPERLINK(\"http://x\",\"Sea ice\")", "Sea ice"), Number("B2", "43558", 1), Number("C2", "43558.75", 2), Number("D2", "2019"), Number("E2", "12500", 3), Number("F2", "0.1"))
            + Row(3, "<c r=\"A3\" t=\"b\"><v>1</v></c>", "<c r=\"B3\" t=\"e\"><v>#REF!</v></c>", Text("C3", "03/04/19"), "<c r=\"D3\" t=\"d\"><v>2019-04-03T00:00:00</v></c>"));
        Assert.Equal("1:Title & more| Signed  / 2:Sea ice|2019-04-03†|2019-04-03†|2019|12500|0.1 / 3:yes||03/04/19|2019-04-03†", Shown(Open(book.Bytes())));
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_days()
    {
        var book = new SampleSheets().Sheet("R", Row(1, Number("A1", "42096", 1)));
        Assert.Equal("1:2019-04-03†", Shown(Open(book.Bytes(from1904: true))));
    }

    [Fact]
    public void Days_before_March_1900_are_one_off_and_the_day_that_never_was_stays_a_number()
    {
        var book = new SampleSheets().Sheet("R", Row(1, Number("A1", "59", 1), Number("B1", "60", 1), Number("C1", "61", 1)));
        Assert.Equal("1:1900-02-28†|60|1900-03-01†", Shown(Open(book.Bytes())));
    }

    [Fact]
    public void Merged_cells_say_the_same_in_each_and_empty_rows_keep_their_numbers()
    {
        var book = new SampleSheets().Sheet(
            "R", Row(1, Text("A1", "Title"), Text("B1", "Dates")) + Row(2, Text("B2", "Signed"), Text("C2", "Ends")) + Row(3, "<c r=\"A3\" s=\"1\"/>") + Row(7, Text("A7", "Ice"), Text("B7", "2019")) + Row(8, Text("B8", "2020")),
            merges: "A1:A2 B1:C1 A7:A8");
        Assert.Equal("1:Title|Dates|Dates / 2:Title|Signed|Ends / 7:Ice|2019 / 8:Ice|2020", Shown(Open(book.Bytes())));
    }

    [Fact]
    public void A_hidden_sheet_is_named_and_not_chosen()
    {
        var file = Open(new SampleSheets().Sheet("Lists", Words(1, "secret"), state: "veryHidden").Sheet("Register", Words(1, "Title")).Bytes());
        Assert.Equal([new("Lists", true), new("Register", false)], file.Sheets.AsEnumerable());
        Assert.Equal(1, file.Find(null).Value);
        Assert.Equal(0, file.Find("lists").Value);
        Assert.Equal("import.no-such-sheet", file.Find("Other").Refusal?.Code);
    }

    [Fact]
    public void Rows_and_cells_without_their_places_are_counted()
    {
        var file = Open(new SampleSheets().Sheet("R", "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>1</v></c></row><row/><row><c/><c><v>2</v></c></row>").Bytes());
        Assert.Equal("1:a|1 / 3:|2", Shown(file));
    }

    [Fact]
    public void A_part_that_unpacks_to_far_more_than_it_is_refused_as_a_bomb()
    {
        var zeros = new string('0', 30_000_000);
        var book = new SampleSheets().Sheet("R", $"<row r=\"1\"><c><v>{zeros}</v></c></row>").Bytes();
        Assert.Equal("import.bomb", OpenTable.Read(book, "bomb.xlsx").Refusal?.Code);
    }

    [Fact]
    public void A_part_that_lies_about_its_size_is_refused_while_it_is_read()
    {
        var book = new SampleSheets().Sheet("R", $"<row r=\"1\">{new string(' ', 30_000_000)}</row>").Bytes();
        // The declared size stands in the directory at the end and in the local head.
        var size = BitConverter.GetBytes((uint)Length(book, "xl/worksheets/sheet0.xml"));
        for (var at = book.AsSpan().IndexOf(size); at >= 0; at = book.AsSpan().IndexOf(size)) BitConverter.GetBytes(1000u).CopyTo(book, at);
        var opened = OpenTable.Read(book, "bomb.xlsx");
        Assert.Contains(opened.Done ? opened.Value.Head(0, 5).Refusal?.Code : opened.Refusal?.Code, (string[])["import.bomb", "import.damaged"]);
    }

    private static long Length(byte[] book, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        return zip.GetEntry(part)!.Length;
    }

    [Fact]
    public void Entities_cut_files_and_other_archives_are_refused_without_a_fault()
    {
        var rows = Words(1, "Title") + Words(2, "Ice");
        var entities = new SampleSheets().Sheet("R", rows).Bytes(doctype: "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
        Assert.Equal("import.damaged", OpenTable.Read(entities, "a.xlsx").Refusal?.Code);
        var whole = new SampleSheets().Sheet("R", rows).Bytes();
        for (var length = 10; length < whole.Length; length += 97)
        {
            var opened = OpenTable.Read(whole[..length], "a.xlsx");
            Assert.False(opened.Done && opened.Value.Head(0, 9).Done, $"cut after {length}");
        }

        using var other = new MemoryStream();
        using (var zip = new ZipArchive(other, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("readme.txt");
        Assert.Equal("import.not-a-table", OpenTable.Read(other.ToArray(), "a.zip").Refusal?.Code);
    }

    [Fact]
    public void No_damaged_byte_of_a_workbook_makes_reading_throw()
    {
        var book = new SampleSheets();
        var whole = book.Sheet("R", Row(1, book.Shared("A1", "Title"), Text("B1", "Signed")) + Row(2, Text("A2", "Ice"), Number("B2", "43558", 1)), merges: "A1:B1").Bytes();
        for (var at = 0; at < whole.Length; at += 3)
        {
            var bytes = (byte[])whole.Clone();
            bytes[at] ^= 0x5A;
            var opened = OpenTable.Read(bytes, "a.xlsx");
            if (opened.Done) foreach (var sheet in Enumerable.Range(0, opened.Value.Sheets.Length)) _ = opened.Value.Head(sheet, 50);
        }
    }

    [Fact]
    public void Columns_are_lettered_as_spreadsheets_do() =>
        Assert.Equal(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"], new[] { 0, 25, 26, 51, 52, 701, 702 }.Select(TableFile.Letters));
}
