using System.Text;
using Concordat.Import.Tables;

namespace Concordat.Tests.Import.Tables;

/// <summary>Texts with separators, as programs and people write them.</summary>
public class CsvFileTests
{
    private static string Shown(byte[] bytes, string name = "sheet.csv") =>
        string.Join(" / ", OpenTable.Read(bytes, name).Value.Head(0, 100).Value.Select(r => $"{r.Number}:{string.Join('|', r.Cells.Select(c => c.Text.Replace("\n", "⏎")))}"));

    private static string Shown(string text) => Shown(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("Title,Partner\nSea ice,Norvik\n", "1:Title|Partner / 2:Sea ice|Norvik")]
    [InlineData("Title;Partner, country\r\nSea ice;Norvik, NO\r\n", "1:Title|Partner, country / 2:Sea ice|Norvik, NO")]
    [InlineData("Title\tPartner\rSea; ice\tNorvik\r", "1:Title|Partner / 2:Sea; ice|Norvik")]
    [InlineData("sep=|\nTitle|Partner\nA|B", "1:Title|Partner / 2:A|B")]
    [InlineData("Title,Partner\n\"Ice, and \"\"snow\"\"\nof the sea\",Norvik", "1:Title|Partner / 2:Ice, and \"snow\"⏎of the sea|Norvik")]
    [InlineData("Title,Size\n5\" pipe,\"big\" one", "1:Title|Size / 2:5\" pipe|\"big\" one")]
    [InlineData("Title,Partner\n,,,\n\n \nA,", "1:Title|Partner / 5:A")]
    [InlineData("Title,Formula\nA,'=1+1", "1:Title|Formula / 2:A|=1+1")]
    [InlineData("\"Title\"", "1:Title")]
    public void Cells_are_told_apart_whatever_separates_them(string text, string shown) => Assert.Equal(shown, Shown(text));

    [Fact]
    public void Letters_are_read_in_whatever_encoding_they_are_written()
    {
        const string text = "Titel;Partner\nMünchner Vertrag;Universität Brellin\nÖl;Küste\n";
        string shown = Shown(text);
        Assert.Contains("Münchner Vertrag|Universität Brellin", shown, StringComparison.Ordinal);
        Assert.Equal(shown, Shown([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal(shown, Shown([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal(shown, Shown(Encoding.Latin1.GetBytes(text)));
    }

    [Fact]
    public void What_cannot_be_stored_is_made_harmless()
    {
        var cells = OpenTable.Read(Encoding.UTF8.GetBytes("Title,Note\nIce\u0000,\u0007bell"), "a.csv").Value.Head(0, 9).Value[1].Cells;
        Assert.Equal("Ice\uFFFD", cells[0].Text);
        Assert.Equal("bell", cells[1].Text);
    }

    [Fact]
    public void A_table_beyond_the_limits_is_refused_with_a_code()
    {
        var small = new TableLimits { Rows = 2, Columns = 3, CellLetters = 10 };
        Assert.Equal("import.too-large", OpenTable.Read("a,b\n1,2\n3,4\n"u8.ToArray(), "a.csv", small).Value.Head(0, 9).Refusal?.Code);
        Assert.Equal("import.too-large", OpenTable.Read("a,b\n1,2,3,4,5\n"u8.ToArray(), "a.csv", small).Value.Head(0, 9).Refusal?.Code);
        Assert.Equal("import.too-large", OpenTable.Read("a,b\n\"never closed\n,1,2\n3,4\n"u8.ToArray(), "a.csv", small).Value.Head(0, 9).Refusal?.Code);
        Assert.Equal("import.too-large", OpenTable.Read(new byte[200], "a.csv", new TableLimits { FileBytes = 100 }).Refusal?.Code);
    }

    [Fact]
    public void What_is_no_table_is_refused_with_a_code()
    {
        Assert.Equal("import.empty", OpenTable.Read([], "a.csv").Refusal?.Code);
        Assert.Equal("import.not-a-table", OpenTable.Read("<!doctype html><p>hello"u8.ToArray(), "a.csv").Refusal?.Code);
        Assert.Equal("import.not-a-table", OpenTable.Read([0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3], "a.csv").Refusal?.Code);
        Assert.Equal("import.not-a-table", OpenTable.Read("%PDF-1.7 not a table"u8.ToArray(), "a.csv").Refusal?.Code);
    }

    [Fact]
    public void Objects_a_line_are_a_table_too()
    {
        const string lines = """
            {"id":"05x","name":"Norvik Polar Laboratory","aliases":["Norvik Lab","NPL"],"country":"NO","external_ids":{"isni":"0000 1"},"relationships":[["parent","07y","Brellin"],["child","08z","Ice"]]}
            {"id":"07y","name":"University of Brellin","established":1921,"status":null}
            """;
        Assert.Equal(
            "1:id|name|aliases|country|external_ids.isni|relationships|established|status / 2:05x|Norvik Polar Laboratory|Norvik Lab⏎NPL|NO|0000 1|parent | 07y | Brellin⏎child | 08z | Ice / 3:07y|University of Brellin|||||1921",
            Shown(Encoding.UTF8.GetBytes(lines), "ror.jsonl"));
    }
}
