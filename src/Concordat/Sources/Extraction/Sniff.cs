using System.IO.Compression;
using System.Text;

namespace Concordat.Sources.Extraction;

/// <summary>What a file is, told from its bytes; name and declared type only settle what the bytes leave open.</summary>
/// <param name="MediaType">One of <see cref="MediaTypes"/>.</param>
/// <param name="Text">The decoded letters of a text or web page; else null.</param>
/// <param name="Locked">Encrypted as a whole, so that nothing more can be told.</param>
internal sealed record Sniffed(string MediaType, Decoded? Text = null, bool Locked = false);

internal static class Sniff
{
    public static Sniffed File(byte[] bytes, string name, string? declared) =>
        ByMagic(bytes, name, declared) ?? ByLetters(bytes, name, declared) ?? new(MediaTypes.Unknown);

    private static Sniffed? ByMagic(byte[] bytes, string name, string? declared) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => new(MediaTypes.Png),
        [0xFF, 0xD8, 0xFF, ..] => new(MediaTypes.Jpeg),
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => new(MediaTypes.Tiff),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => new(MediaTypes.Gif),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => new(MediaTypes.Webp),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => new(MediaTypes.Rtf),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Ole(bytes, name),
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => new(Zip(bytes, name, declared)),
        _ => IsPdf(bytes, name, declared) ? new(MediaTypes.Pdf) : null,
    };

    // ISO 32000-2:2020 puts the mark at byte 0; readers have always allowed it within the first 1,024.
    private static bool IsPdf(byte[] bytes, string name, string? declared)
    {
        var at = bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8);
        return at == 0 || (at > 0 && (Ends(name, ".pdf") || declared == MediaTypes.Pdf || bytes.AsSpan().IndexOf("startxref"u8) > at));
    }

    private static Sniffed Ole(byte[] bytes, string name)
    {
        if (HasStream(bytes, "EncryptedPackage"))
            return new(Ends(name, ".xlsx") ? MediaTypes.Xlsx : Ends(name, ".pptx") ? MediaTypes.Pptx : MediaTypes.Docx, Locked: true);
        return new(HasStream(bytes, "WordDocument") ? MediaTypes.Doc
            : HasStream(bytes, "Workbook") ? MediaTypes.Xls
            : HasStream(bytes, "PowerPoint Document") ? MediaTypes.Ppt
            : HasStream(bytes, "__substg1.0") ? MediaTypes.Msg : MediaTypes.Ole);
    }

    private static bool HasStream(byte[] bytes, string stream) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    private static string Zip(byte[] bytes, string name, string? declared)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            foreach (var entry in zip.Entries)
            {
                if (entry.FullName.StartsWith("word/document", StringComparison.OrdinalIgnoreCase)) return MediaTypes.Docx;
                if (entry.FullName.StartsWith("xl/workbook", StringComparison.OrdinalIgnoreCase)) return MediaTypes.Xlsx;
                if (entry.FullName.StartsWith("ppt/presentation", StringComparison.OrdinalIgnoreCase)) return MediaTypes.Pptx;
            }
            return Ends(name, ".odt") && zip.GetEntry("mimetype") is not null ? MediaTypes.Odt : MediaTypes.Zip;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            // The directory of a zip stands at its end: a cut-off file has none, and its name is all there is.
            return Ends(name, ".docx") || declared == MediaTypes.Docx || bytes.AsSpan().IndexOf("word/document"u8) >= 0 ? MediaTypes.Docx : MediaTypes.Zip;
        }
    }

    private static Sniffed? ByLetters(byte[] bytes, string name, string? declared)
    {
        if (IsMail(bytes, name, declared)) return new(MediaTypes.Mail);
        var text = Decode.Text(bytes);
        var start = text?.Text ?? Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 16384));
        if (IsHtml(start, name, declared) && Decode.Page(bytes, text) is { } page) return new(MediaTypes.Html, page);
        return text is null ? null : new(MediaTypes.Text, text);
    }

    /// <summary>Header lines that only a mail program writes; a memo that begins "From:" is a text unless its name says otherwise.</summary>
    private static bool IsMail(byte[] bytes, string name, string? declared)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 32768)).TrimStart('\u00EF', '\u00BB', '\u00BF', '\r', '\n');
        var end = head.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var lf ? lf : head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = (end < 0 ? head : head[..end]).Split('\n');
        if (lines[0].StartsWith("From ", StringComparison.Ordinal)) lines = lines[1..];
        if (lines.Length == 0 || !IsHeader(lines[0])) return false;
        if (Ends(name, ".eml") || Ends(name, ".mht") || declared == MediaTypes.Mail) return true;
        return lines.Any(l => Telltale.Any(t => l.StartsWith(t, StringComparison.OrdinalIgnoreCase)));
    }

    private static readonly string[] Telltale = ["MIME-Version:", "Message-ID:", "Received:", "Return-Path:", "Delivered-To:"];

    // RFC 5322 section 2.2: a field name is printable ASCII without colon.
    private static bool IsHeader(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 80 && line.AsSpan(0, colon).IndexOfAnyExceptInRange('!', '~') < 0;
    }

    private static bool IsHtml(string text, string name, string? declared)
    {
        var start = Decomment(text.AsSpan(0, Math.Min(text.Length, 16384)).TrimStart("\uFEFF \t\r\n\0"));
        foreach (var tag in Openings)
            if (start.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (start.Length == tag.Length || !char.IsLetter(start[tag.Length]))) return true;
        var named = Ends(name, ".html") || Ends(name, ".htm") || Ends(name, ".xhtml") || declared is MediaTypes.Html or "application/xhtml+xml";
        return named && text.Contains('<', StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Decomment(ReadOnlySpan<char> start)
    {
        while (start.StartsWith("<!--") || start.StartsWith("<?xml"))
        {
            var end = start.IndexOf("->", StringComparison.Ordinal) is >= 0 and var dash && start[1] == '!' ? dash + 2 : start.IndexOf('>') + 1;
            if (end <= 0) break;
            start = start[end..].TrimStart();
        }
        return start;
    }

    private static readonly string[] Openings =
        ["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<style", "<table", "<article", "<main", "<section", "<div", "<h1", "<h2", "<p", "<b", "<a", "<ul", "<br", "<span", "<font", "<center"];

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
