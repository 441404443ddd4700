using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Paper = DocumentFormat.OpenXml.Wordprocessing.Document;

namespace Concordat.Correspondence;

/// <summary>Writes a letter as a Word file: A4, letterhead, references, addressee, subject, text, signature.</summary>
/// <remarks>ECMA-376 part 1. The same draft gives the same bytes: the parts are packed here, because the library stamps the time into each.</remarks>
public static class WriteDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Font = "Times New Roman", Quiet = "595959";
    private static readonly DateTimeOffset Packed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Bytes(LetterDraft draft)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", ContentTypes);
            Put(zip, "_rels/.rels", Package);
            Put(zip, "docProps/core.xml", Core(draft));
            Put(zip, "word/_rels/document.xml.rels", Parts);
            Put(zip, "word/styles.xml", Styles().OuterXml);
            Put(zip, "word/footer1.xml", PageNumbers().OuterXml);
            Put(zip, "word/document.xml", new Paper(Body(draft)).OuterXml);
        }

        return file.ToArray();
    }

    private static Body Body(LetterDraft draft)
    {
        var body = new Body();
        body.Append(Lined("Office", draft.Office, draft.OfficeLines));
        body.Append(References(draft));
        if (!draft.Addressee.IsEmpty) body.Append(Block("Addressee", draft.Addressee));
        body.Append(One("Subject", draft.Subject));
        foreach (var paragraph in Paragraphs(draft.Text)) body.Append(Block("Text", paragraph.Split('\n')));
        if (!draft.Signatory.IsEmpty) body.Append(Block("Signatory", draft.Signatory));
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId2" },
            new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1418U, Right = 1418U, Header = 567U, Footer = 567U, Gutter = 0U }));
        return body;
    }

    /// <summary>Our number and theirs on the left, place and day on the right.</summary>
    private static Paragraph References(LetterDraft draft)
    {
        var ours = draft.OurReference is null ? "" : $"Our reference: {draft.OurReference}";
        var paragraph = Styled("References");
        Add(paragraph, ours);
        paragraph.Append(new Run(new TabChar()));
        Add(paragraph, draft.PlaceAndDay);
        if (draft.TheirReference is null) return paragraph;
        paragraph.Append(new Run(new Break()));
        Add(paragraph, $"Your reference: {draft.TheirReference}");
        return paragraph;
    }

    private static Paragraph Lined(string style, string first, IEnumerable<string> lines)
    {
        var paragraph = Styled(style);
        Add(paragraph, first);
        foreach (var line in lines)
            paragraph.Append(new Run(new RunProperties(new Bold { Val = false }, new Color { Val = Quiet }, new FontSize { Val = "18" }), new Break(), Words(line)));
        return paragraph;
    }

    private static Paragraph One(string style, string text) => Block(style, [text]);

    private static Paragraph Block(string style, IEnumerable<string> lines)
    {
        var paragraph = Styled(style);
        var first = true;
        foreach (var line in lines)
        {
            if (!first) paragraph.Append(new Run(new Break()));
            Add(paragraph, line);
            first = false;
        }

        return paragraph;
    }

    private static Paragraph Styled(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }));

    private static void Add(Paragraph paragraph, string text) => paragraph.Append(new Run(Words(text)));

    private static Text Words(string text) => new(Storable(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static IEnumerable<string> Paragraphs(string text) =>
        text.Replace("\r\n", "\n").Replace('\r', '\n').Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('\n')).Where(p => p.Trim().Length > 0);

    /// <summary>XML 1.0 has no control characters and no half characters.</summary>
    private static string Storable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or >= ' ' and not (0xFFFE or 0xFFFF)) clean.Append(rune.ToString());
        return clean.ToString();
    }

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font }, new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" }, new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Office", new StyleParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6U, Space = 6U, Color = "404040" }), new SpacingBetweenLines { After = "480" }), new StyleRunProperties(new Bold(), new FontSize { Val = "28" })),
        Style("References", new StyleParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = 9070 }), new SpacingBetweenLines { After = "480" }), null),
        Style("Addressee", new StyleParagraphProperties(new SpacingBetweenLines { After = "480" }), null),
        Style("Subject", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "240" }), new StyleRunProperties(new Bold())),
        Style("Text", new StyleParagraphProperties(new WidowControl(), new SpacingBetweenLines { After = "200" }), null),
        Style("Signatory", new StyleParagraphProperties(new KeepLines(), new SpacingBetweenLines { Before = "960" }), null),
        Style("Footer", new StyleParagraphProperties(new Justification { Val = JustificationValues.Right }), new StyleRunProperties(new Color { Val = Quiet }, new FontSize { Val = "18" })));

    private static Style Style(string name, StyleParagraphProperties paragraph, StyleRunProperties? run)
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

    private static string Core(LetterDraft draft)
    {
        static string Escape(string text) => System.Security.SecurityElement.Escape(Storable(text))!;
        var day = draft.Day.ToString("yyyy-MM-dd");
        return $"<cp:coreProperties xmlns:cp=\"{Of}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{Escape(draft.Subject)}</dc:title><dc:creator>{Escape(draft.Office)}</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created></cp:coreProperties>";
    }
}
