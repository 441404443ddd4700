using System.Text;
using MimeKit;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>A mail: its subject, its best body, its sender and day. What came with it is handed on unread.</summary>
internal static class Mail
{
    public static string Version { get; } = $"1 (MimeKit {typeof(MimeMessage).Assembly.GetName().Version?.ToString(3)})";

    public static Extracted Read(byte[] bytes, Limits limits, CancellationToken late)
    {
        var options = new ParserOptions { MaxMimeDepth = limits.MailDepth, CharsetEncoding = Encoding.UTF8 };
        bytes = Unboxed(bytes);
        if (MailWeight.Excess(bytes, options, limits, late) is { } what)
            return new() { MediaType = MediaTypes.Mail, Extractor = "eml", Version = Version, Notes = [Extraction.Notes.Damaged($"The mail was not opened: {what}. It is kept.")] };
        using var stream = new MemoryStream(bytes, writable: false);
        var mail = MimeMessage.Load(options, stream, late);
        var parts = new MailParts(limits);
        parts.Take(mail.Body);
        var subject = Clean.Line(mail.Subject);
        var body = parts.Body(limits);
        return new()
        {
            MediaType = MediaTypes.Mail,
            Extractor = "eml",
            Version = Version,
            Text = subject is null ? body : body.Length == 0 ? subject : $"{subject}\n\n{body}",
            Title = subject,
            Dated = mail.Date == DateTimeOffset.MinValue ? null : DateOnly.FromDateTime(mail.Date.DateTime),
            From = Sender(mail),
            Notes = [.. parts.Notes, .. body.Length == 0 ? (Note[])[Extraction.Notes.NoText("The mail has no text of its own. It is kept, with what is attached.")] : []],
            Attachments = [.. parts.Attachments],
        };
    }

    private static string? Sender(MimeMessage mail)
    {
        var from = mail.From.Mailboxes.FirstOrDefault() ?? mail.Sender;
        return from is null ? null : string.IsNullOrWhiteSpace(from.Name) ? from.Address : $"{from.Name} <{from.Address}>";
    }

    /// <summary>A mail exported from a mailbox begins with a line that is no header (RFC 4155).</summary>
    private static byte[] Unboxed(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("From "u8)) return bytes;
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        return end < 0 ? bytes : bytes[(end + 1)..];
    }
}
