namespace Concordat.Sources.Extraction;

/// <summary>How much of a file is read before it is given up. Sizes in bytes of 1,048,576 to the MB.</summary>
public sealed record Limits
{
    public const int Megabyte = 1024 * 1024;

    public static Limits Default { get; } = new();

    /// <summary>The largest file that is taken: 50 MB.</summary>
    public int FileBytes { get; init; } = 50 * Megabyte;

    /// <summary>The longest text that is read, in bytes of UTF-8: 5 MB. A longer one is kept without its text.</summary>
    public int TextBytes { get; init; } = 5 * Megabyte;

    /// <summary>Pages of a PDF that are read: 2,000.</summary>
    public int Pages { get; init; } = 2000;

    /// <summary>One XML part of a Word file, unpacked: 64 MB, because XML is about ten times its text.</summary>
    public int PartBytes { get; init; } = 64 * Megabyte;

    /// <summary>All XML parts of a Word file, unpacked: 128 MB.</summary>
    public int XmlBytes { get; init; } = 128 * Megabyte;

    /// <summary>All parts of a Word file as its directory declares them, pictures included: 500 MB.</summary>
    public long ArchiveBytes { get; init; } = 500L * Megabyte;

    /// <summary>Parts of a Word file: 10,000.</summary>
    public int ArchiveParts { get; init; } = 10_000;

    /// <summary>What one page of a PDF unpacks, without its pictures: 24 MB.</summary>
    public int PageBytes { get; init; } = 24 * Megabyte;

    /// <summary>Letters on one page of a PDF: one million.</summary>
    public int PageLetters { get; init; } = 1_000_000;

    /// <summary>Forms that one page of a PDF draws, each as often as it is drawn: 20,000.</summary>
    public int PageForms { get; init; } = 20_000;

    /// <summary>One unpacked picture of a PDF: 256 MB, an A4 page in colour at 900 dots per inch.</summary>
    public int PictureBytes { get; init; } = 256 * Megabyte;

    /// <summary>Attachments of a mail that are handed on: 200.</summary>
    public int Attachments { get; init; } = 200;

    /// <summary>Multiparts within multiparts of a mail: 50.</summary>
    public int MailDepth { get; init; } = 50;

    /// <summary>Parts of a mail, within each other or not: 2,000.</summary>
    public int MailParts { get; init; } = 2000;

    /// <summary>One header of a mail, in bytes: 256 KB, some 5,000 recipients.</summary>
    public int MailHeader { get; init; } = 256 * 1024;

    /// <summary>For the reading of one file: 60 s.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Beyond <see cref="Time"/>, for a reader to notice and hand over what it has: 5 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For the machine reading of one page: 60 s.</summary>
    public TimeSpan PageTime { get; init; } = TimeSpan.FromSeconds(60);

    internal static string Say(long bytes) => bytes % Megabyte == 0 ? $"{bytes / Megabyte} MB" : $"{bytes:N0} bytes";
}
