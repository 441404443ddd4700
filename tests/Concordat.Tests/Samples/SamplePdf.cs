using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Concordat.Tests.Samples;

/// <summary>PDFs: with letters, scanned, protected, and made to harm.</summary>
public static class SamplePdf
{
    private const double Left = 62, Right = 533, Size = 12, Step = 15;

    /// <summary>The memorandum as a word processor prints it, on two pages with a footer; the second paragraph goes over the page.</summary>
    public static byte[] Readable => Print([SampleFiles.FileNumber, SampleFiles.Title, .. SampleFiles.Paragraphs, $"{SampleFiles.Director}, Director", $"{SampleFiles.Rector}, Vice-Chancellor"]);

    /// <summary>The same memorandum as a scanner makes it: one picture, no letter.</summary>
    public static byte[] Scanned
    {
        get
        {
            using var builder = new PdfDocumentBuilder();
            var page = builder.AddPage(PageSize.A4);
            page.AddPng(Picture, new PdfRectangle(0, 0, 595, 842));
            return builder.Build();
        }
    }

    /// <summary>The scanned page alone, PNG, 1,240 by 1,754 dots in black and white.</summary>
    public static byte[] Picture
    {
        get
        {
            using var stream = typeof(SamplePdf).Assembly.GetManifestResourceStream("Samples/scanned-page.png")!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }

    public static byte[] Print(IEnumerable<string> paragraphs, int linesPerPage = 45)
    {
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = SampleFiles.Title;
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        PdfPageBuilder? page = null;
        double y = 0;
        var left = 0;
        foreach (var line in paragraphs.SelectMany(p => (string[])[.. Wrap(p), ""]))
        {
            if (left-- == 0)
            {
                (page, y, left) = (builder.AddPage(PageSize.A4), 780, linesPerPage - 1);
                page.AddText($"Page {page.PageNumber}", 9, new PdfPoint(280, 30), font);
            }
            if (line.Length > 0) page!.AddText(line, Size, new PdfPoint(Left, y), font);
            y -= line.Length > 0 ? Step : Step * 0.6;
        }
        return builder.Build();
    }

    // Times has about 5.3 points a letter at this size.
    private static IEnumerable<string> Wrap(string paragraph)
    {
        var line = "";
        foreach (var word in paragraph.Split(' '))
        {
            if ((line.Length + word.Length + 1) * 5.3 > Right - Left) { yield return line; line = ""; }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }

    /// <summary>Protected with RC4 of 40 bits; with an empty password anybody may read it.</summary>
    /// <remarks>ISO 32000-1:2008, 7.6.3, algorithms 1 to 4, revision 2.</remarks>
    public static byte[] Protected(string password)
    {
        var id = Convert.FromHexString("00112233445566778899AABBCCDDEEFF");
        const int Permissions = -4;
        var owner = Rc4(Md5(Padded("owner"))[..5], Padded(password));
        var key = Md5([.. Padded(password), .. owner, .. BitConverter.GetBytes(Permissions), .. id])[..5];
        var user = Rc4(key, Padded(""));
        var content = Rc4(Md5([.. key, 4, 0, 0, 0, 0])[..10], "BT /F1 12 Tf 62 780 Td (Signed behind a password) Tj ET"u8.ToArray());
        return Assemble(content, "", $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(user)}> /P {Permissions} >> /ID [<{Convert.ToHexString(id)}> <{Convert.ToHexString(id)}>]");
    }

    /// <summary>A page whose content is that many megabytes of spaces, packed.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < megabytes; i++) stream.Write(spaces);
        }
        return Assemble(packed.ToArray(), "/Filter /FlateDecode", "");
    }

    /// <summary>A page with drawing commands as given.</summary>
    public static byte[] Drawn(string content) => Assemble(Encoding.Latin1.GetBytes(content), "", "");

    /// <summary>A page that draws a form ten times, which draws a form ten times, and so on: ten to the power of <paramref name="depth"/> letters.</summary>
    public static byte[] Laughs(int depth)
    {
        var forms = Enumerable.Range(1, depth).Select(i => Form(i == depth ? "BT /F1 12 Tf 9 9 Td (x) Tj ET" : string.Concat(Enumerable.Repeat("/N Do ", 10)), $"/F1 5 0 R >> /XObject << /N {6 + i} 0 R >>"));
        return Assemble("/N Do"u8.ToArray(), "", "", "/XObject << /N 6 0 R >>", [.. forms]);
    }

    /// <summary>Six letters in a font of two bytes a code, of which only a table says which they are.</summary>
    public static byte[] WithLetters(string ranges)
    {
        var table = $"/CIDInit /ProcSet findresource begin begincmap /CMapName /T def 1 begincodespacerange <0000> <FFFF> endcodespacerange {ranges} endcmap";
        return Assemble("BT /F2 12 Tf 62 780 Td <000100020003000400050006> Tj ET"u8.ToArray(), "", "", "/Font << /F2 6 0 R >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 9 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 600 >>",
            "<< /Type /FontDescriptor /FontName /T /Flags 4 /FontBBox [0 0 600 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>",
            $"<< /Length {table.Length} >>\nstream\n{table}\nendstream");
    }

    private static string Form(string content, string resources) =>
        $"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << {resources} >> /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Assemble(byte[] content, string streamEntries, string trailerEntries, string resources = "", params string[] more)
    {
        var file = new MemoryStream();
        var places = new List<long>();
        void Put(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Begin() { places.Add(file.Length); Put(string.Create(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n")); }
        Put("%PDF-1.4\n");
        foreach (var one in (string[])["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << " + (resources.Contains("/Font", StringComparison.Ordinal) ? "" : "/Font << /F1 5 0 R >> ") + resources + " >> >>"])
        {
            Begin();
            Put($"{one}\nendobj\n");
        }
        Begin();
        Put($"<< /Length {content.Length} {streamEntries} >>\nstream\n");
        file.Write(content);
        Put("\nendstream\nendobj\n");
        Begin();
        Put("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
        foreach (var one in more)
        {
            Begin();
            Put($"{one}\nendobj\n");
        }
        var table = file.Length;
        Put($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => $"{p:D10} 00000 n \n"))}");
        Put($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {trailerEntries} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] Padded(string password)
    {
        var padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
        return [.. ((byte[])[.. Encoding.Latin1.GetBytes(password), .. padding])[..32]];
    }

#pragma warning disable CA5351 // The old standard for protected PDFs is made of MD5 and RC4.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        var box = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + box[i] + key[i % key.Length]) & 255;
            (box[i], box[j]) = (box[j], box[i]);
        }
        var result = new byte[data.Length];
        for (int k = 0, i = 0, j = 0; k < data.Length; k++)
        {
            i = (i + 1) & 255;
            j = (j + box[i]) & 255;
            (box[i], box[j]) = (box[j], box[i]);
            result[k] = (byte)(data[k] ^ box[(box[i] + box[j]) & 255]);
        }
        return result;
    }
}
