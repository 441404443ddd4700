using MimeKit;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>Sorts the parts of a mail into body and attachments, without recursion.</summary>
internal sealed class MailParts(Limits limits)
{
    private readonly List<TextPart> _plain = [], _html = [];
    private bool _isCut;

    public List<Attachment> Attachments { get; } = [];

    public List<Note> Notes { get; } = [];

    public void Take(MimeEntity? body)
    {
        var todo = new Stack<MimeEntity>();
        if (body is not null) todo.Push(body);
        while (todo.TryPop(out var part))
        {
            switch (part)
            {
                case Multipart several: foreach (var one in several.Reverse()) todo.Push(one); break;
                case TextPart text when !text.IsAttachment && text.IsPlain: _plain.Add(text); break;
                case TextPart text when !text.IsAttachment && text.IsHtml: _html.Add(text); break;
                case MessagePart inner: Add(NameOf(inner.Message), "message/rfc822", inner.Message is { } m ? m.WriteTo : null); break;
                case MimePart file when file.Content is not null && !IsDecoration(file): Add(file.FileName, file.ContentType.MimeType, file.Content.DecodeTo); break;
            }
        }
    }

    /// <summary>The plain words, else those of the HTML; the longer where a mail says "see the HTML part" in plain words.</summary>
    public string Body(Limits within)
    {
        var plain = Join(_plain.Select(Words));
        if (plain.Length > 200 || _html.Count == 0) return plain;
        var html = Join(_html.Select(h => Html.Words(Letters(h), within)));
        return html.Length > plain.Length * 3 || plain.Length == 0 ? html : plain;
    }

    private static string Words(TextPart part)
    {
        var text = Letters(part);
        // RFC 3676: lines that end in a space go on in the next.
        return part.IsFlowed ? Flowed.Join(text, part.ContentType.Parameters["delsp"] is "yes" or "Yes") : text;
    }

    // The charset a part states, unless its bytes are no such thing.
    private static string Letters(TextPart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        var span = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        var stated = Decode.Named(part.ContentType.Charset);
        var guess = Decode.Text(span);
        var text = guess is { Encoding: "utf-8", Notes.IsEmpty: true } && stated?.CodePage is 65001 or 1252 ? guess!.Text : stated?.GetString(span) ?? guess?.Text ?? "";
        return Clean.Text(text);
    }

    private static string Join(IEnumerable<string> texts) => string.Join("\n\n", texts.Select(t => t.Trim()).Where(t => t.Length > 0));

    /// <summary>Pictures within the HTML body (signatures, logos), by RFC 2387, unless they are marked as attached.</summary>
    private static bool IsDecoration(MimePart file) =>
        !file.IsAttachment && file.ContentId is not null && file.ContentType.MediaType.Equals("image", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(MimeMessage? message) => (Clean.Line(message?.Subject) ?? "message") + ".eml";

    private void Add(string? name, string mediaType, Action<Stream, CancellationToken>? write)
    {
        if (write is null) return;
        if (Attachments.Count >= limits.Attachments)
        {
            if (!_isCut) Notes.Add(Extraction.Notes.AttachmentsCut(limits.Attachments));
            _isCut = true;
            return;
        }
        using var bytes = new MemoryStream();
        write(bytes, CancellationToken.None);
        var attachment = new Attachment(Clean.Line(Path.GetFileName(name?.Replace('\\', '/'))) ?? $"attachment {Attachments.Count + 1}", mediaType, bytes.ToArray());
        Attachments.Add(attachment);
        Notes.Add(Extraction.Notes.AttachmentLeft(attachment));
    }
}
