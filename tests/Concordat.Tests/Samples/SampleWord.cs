using System.IO.Compression;
using System.Text;

namespace Concordat.Tests.Samples;

/// <summary>Word files, written part by part.</summary>
public static class SampleWord
{
    private const string Types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    private const string Relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    private const string PartRelations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>
        """;

    private const string Core = """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Memorandum of Understanding</dc:title></cp:coreProperties>
        """;

    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    /// <summary>The memorandum while it is negotiated: text put in, text taken out, moved, a row deleted, two paragraphs made one, a text box, a footnote, a header.</summary>
    public static byte[] Tracked => Of("""
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Memorandum of Understanding</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">The memorandum runs for </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>three</w:delText></w:r></w:del><w:ins w:id="2" w:author="B"><w:r><w:t>five</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> years.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>
          <w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:p><w:moveFrom w:id="3" w:author="A"><w:r><w:t>Moved away.</w:t></w:r></w:moveFrom><w:moveTo w:id="4" w:author="A"><w:r><w:t>Moved here.</w:t></w:r></w:moveTo></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="5" w:author="A"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One paragraph </w:t></w:r></w:p><w:p><w:r><w:t>of two.</w:t></w:r></w:p>
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not to be seen.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Signed</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12 March 2024</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:trPr><w:del w:id="6" w:author="A"/></w:trPr><w:tc><w:p><w:r><w:t>Deleted row</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>Ends</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>11 March 2029</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:t>Signed in Port Anselm.</w:t></w:r></w:p>
        """);

    public static byte[] Plain(IEnumerable<string> paragraphs) =>
        Of(string.Concat(paragraphs.Select(p => $"<w:p><w:r><w:t>{System.Security.SecurityElement.Escape(p)}</w:t></w:r></w:p>")));

    public static byte[] Of(string body) => Whole($"<w:document {Space}><w:body>{body}</w:body></w:document>");

    /// <summary>A main part of any bytes in a package that is otherwise right.</summary>
    public static byte[] Whole(string document) => SampleFiles.Zip(
        ("[Content_Types].xml", Bytes(Types)), ("_rels/.rels", Bytes(Relations)), ("word/_rels/document.xml.rels", Bytes(PartRelations)), ("word/document.xml", Bytes(document)),
        ("word/footnotes.xml", Bytes($"<w:footnotes {Space}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>----</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"1\"><w:p><w:r><w:t>From the day of signature.</w:t></w:r></w:p></w:footnote></w:footnotes>")),
        ("word/header1.xml", Bytes($"<w:hdr {Space}><w:p><w:r><w:t>HEADER</w:t></w:r></w:p></w:hdr>")), ("docProps/core.xml", Bytes(Core)));

    /// <summary>A main part that unpacks to so many megabytes of spaces, in a file of some ten kilobytes each.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open();
            part.Write(Bytes($"<w:document {Space}><w:body><w:p><w:r><w:t>"));
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < megabytes; i++) part.Write(spaces);
        }
        return file.ToArray();
    }

    /// <summary>Entities that grow ninefold nine times, and one that names a file of the machine.</summary>
    public static byte[] WithEntities => Whole($"""
        <!DOCTYPE w:document [<!ENTITY a "laugh"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
        <w:document {Space}><w:body><w:p><w:r><w:t>&b;&file;</w:t></w:r></w:p></w:body></w:document>
        """);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.Trim());
}
