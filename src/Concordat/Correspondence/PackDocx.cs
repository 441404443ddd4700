using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Paper = DocumentFormat.OpenXml.Wordprocessing.Document;

namespace Concordat.Correspondence;

/// <summary>Packs a text with its styles as a Word file, page numbers below. The same text gives the same bytes: the library would stamp the time into each part.</summary>
/// <remarks>ECMA-376 part 1.</remarks>
internal static class PackDocx
{
    /// <summary>Colour of what stands back.</summary>
    public const string Quiet = "595959";

    private static readonly DateTimeOffset Packed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Bytes(string title, string creator, DateOnly day, Body body, Styles styles)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", ContentTypes);
            Put(zip, "_rels/.rels", Package);
            Put(zip, "docProps/core.xml", Core(title, creator, day));
            Put(zip, "word/_rels/document.xml.rels", Parts);
            Put(zip, "word/styles.xml", styles.OuterXml);
            Put(zip, "word/footer1.xml", PageNumbers().OuterXml);
            Put(zip, "word/document.xml", new Paper(body).OuterXml);
        }

        return file.ToArray();
    }

    /// <summary>The page: it stands last in a body.</summary>
    public static SectionProperties A4() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rId2" },
        new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1418U, Right = 1418U, Header = 567U, Footer = 567U, Gutter = 0U });

    /// <summary>XML 1.0 has no control characters and no half characters.</summary>
    public static string Storable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or >= ' ' and not (0xFFFE or 0xFFFF)) clean.Append(rune.ToString());
        return clean.ToString();
    }

    public static Style Style(string name, StyleParagraphProperties paragraph, StyleRunProperties? run)
    {
        var style = new Style(new StyleName { Val = name }, new PrimaryStyle(), paragraph) { Type = StyleValues.Paragraph, StyleId = name, CustomStyle = name is not "Footer" };
        if (run is not null) style.Append(run);
        return style;
    }

    private static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }), new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
        new Run(new Text(" / ") { Space = SpaceProcessingModeValues.Preserve }), new SimpleField(new Run(new Text("1"))) { Instruction = "NUMPAGES" }));

    private static void Put(ZipArchive zip, string path, string xml)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Packed;
        using var part = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }

    private const string Of = "http://schemas.openxmlformats.org/package/2006", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    private const string ContentTypes = $"<Types xmlns=\"{Of}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"/word/document.xml\" ContentType=\"{Word}.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{Word}.styles+xml\"/><Override PartName=\"/word/footer1.xml\" ContentType=\"{Word}.footer+xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

    private const string Package = $"<Relationships xmlns=\"{Of}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"{Of}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

    private const string Parts = $"<Relationships xmlns=\"{Of}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/footer\" Target=\"footer1.xml\"/></Relationships>";

    private static string Core(string title, string creator, DateOnly created)
    {
        static string Escape(string text) => System.Security.SecurityElement.Escape(Storable(text))!;
        var day = created.ToString("yyyy-MM-dd");
        return $"<cp:coreProperties xmlns:cp=\"{Of}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{Escape(title)}</dc:title><dc:creator>{Escape(creator)}</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created></cp:coreProperties>";
    }
}
