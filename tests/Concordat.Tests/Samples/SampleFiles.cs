using System.IO.Compression;
using System.Text;

namespace Concordat.Tests.Samples;

/// <summary>Files as people bring them, built when asked for. Every organisation and person in them is invented.</summary>
public static class SampleFiles
{
    public const string FileNumber = "File No. VICP/IC/24-117", Title = "Memorandum of Understanding", Director = "Dr Meera Sandhal", Rector = "Prof. Ingrid Tolvane";

    /// <summary>One memorandum, which comes as PDF, scan, Word file, mail and web page.</summary>
    public static IReadOnlyList<string> Paragraphs { get; } =
    [
        "between the Varuna Institute of Cold Physiology (VICP), Port Anselm, and Tarnfell Technical University (TTU), Tarnfell, on joint research in acclimatisation and nutrition at altitude.",
        "1. The Participants will exchange researchers, data and equipment as far as their national laws permit.",
        "2. This memorandum comes into effect on the day of its signature and remains in effect for five years, until 11 March 2029.",
        "3. Either Participant may end it by giving ninety days' notice in writing.",
        "Signed in Port Anselm on 12 March 2024 in two originals in English.",
    ];

    public static byte[] Text => Encoding.UTF8.GetBytes($"{Title}\r\n\r\n{string.Join("\r\n\r\n", Paragraphs)}\r\n");

    public static byte[] In(Encoding encoding, string text, bool mark) => [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

    public static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    /// <summary>A program of zeros, all values and noise: nothing that is text.</summary>
    public static byte[] Binary(int length = 4096)
    {
        var bytes = new byte[length];
        var state = 0x2545F491u;
        for (var i = 0; i < length; i++) bytes[i] = (byte)((state = (state * 1664525) + 1013904223) >> 24);
        (bytes[0], bytes[1], bytes[2], bytes[3]) = (0x7F, (byte)'E', (byte)'L', (byte)'F');
        return bytes;
    }

    /// <summary>A press page as sites make them: menu, header, teasers, advertisement, footer, scripts.</summary>
    public static byte[] HtmlPage => Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html><html lang=en><head><meta charset="utf-8"><title>Institute and university sign memorandum | Port Anselm Courier</title>
        <meta property="og:title" content="Institute and university sign memorandum"><meta property="og:site_name" content="Port Anselm Courier">
        <meta property="article:published_time" content="2024-03-13T23:30:00+05:30"><style>p::before{"{"}content:"STYLE"{"}"}</style>
        <script>var words = "SCRIPT <p>in a string</p>";</script></head>
        <body><header><a href="/">COURIER HOME</a></header><nav><ul><li>MENU ONE<li>MENU TWO</ul></nav>
        <main><h1>Institute and university sign memorandum</h1>
        <article><p>A memorandum was signed <b>between</b> the Varuna&nbsp;Institute &amp; Tarnfell Technical University.
        It runs for five&shy; years.</p><aside>ADVERTISEMENT</aside><ul><li>acclimatisation<li>nutrition</ul>
        <table><tr><th>Signed</th><td><p>12 March 2024</p></td></tr><tr><th>Ends</th><td>11 March 2029</td></tr></table>
        <form><button>SHARE</button><select><option>LANGUAGE</option></select></form><p hidden>HIDDEN<p>The two sides meet once a year.</article>
        <article><p>TEASER of another story</article></main>
        <footer>© FOOTER</footer></body></html>
        """);

    /// <summary>A mail in a western charset with a memorandum attached, a picture within its body, and a mail forwarded in it.</summary>
    public static byte[] Mail(byte[] attached)
    {
        var body = "Dear Dr Sandhal,\n\nthe memorandum is signed =96 see the at=\ntachment. Andr=E9 will call.\n";
        var data = Convert.ToBase64String(attached, Base64FormattingOptions.InsertLineBreaks);
        return Encoding.ASCII.GetBytes($"""
            Return-Path: <registry@ttu.example>
            From: =?utf-8?Q?Ingrid_Tolv=C3=A5ne?= <ingrid@ttu.example>
            To: Meera Sandhal <meera@vicp.example>
            Subject: =?utf-8?B?U2lnbmVkOiBtZW1vcmFuZHVtIG9mIDEyIE1hcmNoIOKAkyBvcmlnaW5hbA==?=
            Date: Wed, 13 Mar 2024 00:30:00 +0530
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: multipart/alternative; boundary="inner"

            --inner
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            {body}
            --inner
            Content-Type: text/html; charset=utf-8

            <p>Dear Dr Sandhal,</p><p>the memorandum is signed</p>
            --inner--
            --outer
            Content-Type: application/pdf; name="../../memorandum.pdf"
            Content-Disposition: attachment; filename="../../memorandum.pdf"
            Content-Transfer-Encoding: base64

            {data}
            --outer
            Content-Type: message/rfc822

            From: Arno Weld <arno@ttu.example>
            Subject: The inner mail
            Date: Tue, 12 Mar 2024 09:00:00 +0000

            Please sign.
            --outer--
            """.ReplaceLineEndings("\r\n"));
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(bytes);
            }
        }
        return file.ToArray();
    }
}
