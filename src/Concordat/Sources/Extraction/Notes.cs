namespace Concordat.Sources.Extraction;

/// <summary>Every remark that a reading can carry.</summary>
public static class Notes
{
    public static Note NoText(string why) => new("source.no-text", why);

    public static Note Locked { get; } = new("source.locked", "Protected by a password. The file is kept; its text cannot be read.");

    public static Note Damaged(string what) => new("source.damaged", what);

    public static Note TextTooLong(long bytes, int limit) => new("source.text-too-long",
        $"The text has {(bytes > 0 ? $"{bytes / (double)Limits.Megabyte:0.0} MB" : $"more than {Limits.Say(limit)}")}; texts up to {Limits.Say(limit)} are read. The file is kept without its text.");

    public static Note TextCut(int read, int pages) => new("source.text-cut", $"Only the first {read:N0} of {pages:N0} pages were read.");

    public static Note TooSlow(TimeSpan limit) => new("source.too-slow", $"Reading was given up after {limit.TotalSeconds:0} seconds. The file is kept.");

    public static Note Busy { get; } = new("source.reader-busy", "Too many files are still being given up by the reader. The file is kept; read it again later.");

    public static Note EncodingGuessed(string name) => new("source.encoding-guessed", $"The file does not say how its letters are written; {name} was assumed.");

    public static Note BytesReplaced(int count) => new("source.bytes-replaced", $"{count:N0} unreadable characters were replaced by �.");

    public static Note AttachmentLeft(Attachment a) => new("source.attachment", $"Attached: “{a.Name}” ({a.MediaType}, {a.Bytes.Length:N0} bytes, SHA-256 {a.Digest}).");

    public static Note AttachmentsCut(int limit) => new("source.attachment-left", $"Only the first {limit:N0} attachments were taken out.");

    public static Note PagesWithoutText(int silent, int pages) => new("source.pages-without-text", $"{silent:N0} of {pages:N0} pages are pictures without text.");

    public static Note ScannerRead { get; } = new("source.machine-read", "The text was put into this file by a scanner's program, which may have misread it. Compare with the page.");

    public static Note PicturesFailed(int count) => new("source.damaged", count == 1 ? "One picture could not be read by the machine." : $"{count:N0} pictures could not be read by the machine.");

    public static Note MachineRead(int confidence) => new("source.machine-read",
        $"Read from an image by a machine; on average it was {confidence} % sure of a word. Compare with the page.");
}
