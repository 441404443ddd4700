using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>The words of a Word file as they stand with every tracked change accepted: body, tables, text boxes, then footnotes and endnotes. Headers, footers and comments are left out.</summary>
internal static class Docx
{
    public static string Version { get; } = $"1 (OpenXml {typeof(WordprocessingDocument).Assembly.GetName().Version?.ToString(3)})";

    public static Outcome<Extracted> Read(byte[] bytes, string fileName, Limits limits)
    {
        try
        {
            if (DocxWeight.Bomb(bytes, limits) is { } what) return Refusals.Bomb(fileName, what);
            return Open(bytes, limits);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Salvage(bytes, limits);
        }
    }

    private static Extracted Open(byte[] bytes, Limits limits)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        var main = file.MainDocumentPart ?? throw new InvalidDataException("No main part.");
        var words = new DocxWords(limits.TextBytes);
        var isWhole = true;
        foreach (var part in new OpenXmlPart?[] { main, main.FootnotesPart, main.EndnotesPart })
        {
            if (part is null) continue;
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            isWhole &= words.Add(stream);
        }
        return Result(words, Title(file), isWhole, limits);
    }

    private static string? Title(WordprocessingDocument file)
    {
        try { return file.PackageProperties.Title; }
        catch (Exception e) when (e is XmlException or FormatException or IOException or InvalidOperationException) { return null; }
    }

    /// <summary>Where the package cannot be opened, the main part alone may still be there, by name or as the stump of a cut-off archive.</summary>
    private static Outcome<Extracted> Salvage(byte[] bytes, Limits limits)
    {
        var words = new DocxWords(limits.TextBytes);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (zip.GetEntry("word/document.xml") is { } entry)
            {
                using var stream = entry.Open();
                words.Add(new Capped(stream, limits.PartBytes));
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException) { DocxStump.Add(bytes, words, limits); }
        return Result(words, null, isWhole: false, limits);
    }

    private static Extracted Result(DocxWords words, string? title, bool isWhole, Limits limits)
    {
        var text = words.IsFull ? "" : words.ToString();
        var notes = new List<Note>();
        if (!isWhole) notes.Add(Notes.Damaged(text.Length > 0 ? "The Word file is damaged; what could be read of it is shown. It is kept as it came." : "The Word file is damaged and could not be read. It is kept."));
        if (words.IsFull) notes.Add(Notes.TextTooLong(0, limits.TextBytes));
        else if (text.Length == 0 && isWhole) notes.Add(Notes.NoText("The Word file has no text; it may hold only pictures. It is kept."));
        return new() { MediaType = MediaTypes.Docx, Extractor = "docx", Version = Version, Text = text, Title = title, Notes = [.. notes] };
    }
}
