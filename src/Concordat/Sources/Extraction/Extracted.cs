using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Concordat.Sources.Extraction;

/// <summary>What a file is and what it says. One per file; made by <see cref="Extract"/> or <see cref="Ocr"/>.</summary>
public sealed record Extracted
{
    /// <summary>By the content, never by the name: <c>application/pdf</c>; <c>application/octet-stream</c> where nothing is known.</summary>
    public required string MediaType { get; init; }

    /// <summary>pdf, html, docx, eml, text, tesseract, or none where the format is only kept.</summary>
    public required string Extractor { get; init; }

    /// <summary>Our own number and the library's: "1 (PdfPig 0.1.16)". Another version may give another text.</summary>
    public required string Version { get; init; }

    /// <summary>Lines end in \n; no NUL, no lone surrogate, no control character but tab and \n; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>True where a machine read the text off an image: every quote from it is to be shown as such.</summary>
    public bool MachineRead { get; init; }

    /// <summary>Protected by a password that nobody gave: kept, without text.</summary>
    public bool Locked { get; init; }

    /// <summary>0 where the format has no pages.</summary>
    public int Pages { get; init; }

    /// <summary>Where in <see cref="Text"/> each page begins, in UTF-16 units, ascending; one per page read, or empty.</summary>
    public ImmutableArray<int> PageStarts { get; init; } = [];

    /// <summary>The document's own title, the subject of a mail, the title of a web page; null when it states none.</summary>
    public string? Title { get; init; }

    /// <summary>The Date header of a mail, the stated day of publication of a web page, each in its own time zone. Never a file's metadata: that is when somebody saved it.</summary>
    public DateOnly? Dated { get; init; }

    /// <summary>The sender of a mail; the name of the site of a web page.</summary>
    public string? From { get; init; }

    /// <summary>What a person should know about this reading; may be empty.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>What came with a mail, in its order, to be kept as sources of their own.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>The page on which a place of <see cref="Text"/> stands.</summary>
    /// <param name="offset">In UTF-16 units; what lies beyond the text is on the last page.</param>
    /// <returns>From 1; 0 where the text has no pages.</returns>
    public int PageAt(int offset)
    {
        if (PageStarts.IsDefaultOrEmpty) return 0;
        int low = 0, high = PageStarts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (PageStarts[middle] <= offset) low = middle; else high = middle - 1;
        }
        return low + 1;
    }

    /// <summary>True when a note with this code is present.</summary>
    public bool Says(string code) => Notes.Any(n => n.Code == code);
}

/// <summary>A remark on a reading that did not stop it.</summary>
/// <param name="Code">Stable, dotted, lower case; all of them are in <see cref="Notes"/>.</param>
/// <param name="Message">One or two sentences for a person.</param>
public sealed record Note(string Code, string Message);

/// <summary>A file that came inside a mail.</summary>
/// <param name="Name">As the mail states it, without folders; never empty.</param>
/// <param name="MediaType">As the mail declares it; not checked.</param>
/// <param name="Bytes">Decoded; may be empty.</param>
public sealed record Attachment(string Name, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
}
