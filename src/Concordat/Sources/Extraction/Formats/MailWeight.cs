using MimeKit;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>Goes over a mail without keeping any of it, and stops where it is made to exhaust its reader.</summary>
internal sealed class MailWeight : MimeReader
{
    private const int MostHeaders = 20_000;

    private readonly Limits _limits;
    private int _parts, _headers;

    private MailWeight(Stream mail, ParserOptions options, Limits limits) : base(options, mail, MimeFormat.Entity) => _limits = limits;

    /// <returns>What there is too much of, as a clause; null where the mail may be opened.</returns>
    public static string? Excess(byte[] bytes, ParserOptions options, Limits limits, CancellationToken late)
    {
        if (LongestHeader(bytes) > limits.MailHeader) return HeaderTooLong(limits);
        using var stream = new MemoryStream(bytes, writable: false);
        var reader = new MailWeight(stream, options, limits);
        try { reader.ReadMessage(late); }
        catch (TooMuchException e) { return e.Message; }
        // A mail that breaks off is read as far as it goes.
        catch (FormatException) { }
        return null;
    }

    private static string HeaderTooLong(Limits limits) => $"one of its headers is longer than {limits.MailHeader / 1024} KB";

    /// <summary>Measured before the reader sees it, which takes quadratic time over one header.</summary>
    private static int LongestHeader(ReadOnlySpan<byte> mail)
    {
        int longest = 0, header = 0;
        while (!mail.IsEmpty)
        {
            var end = mail.IndexOf((byte)'\n');
            var line = end < 0 ? mail : mail[..end];
            if (line.IsEmpty || line is [(byte)'\r']) break;
            header = line[0] is (byte)' ' or (byte)'\t' ? header + line.Length : line.Length;
            longest = Math.Max(longest, header);
            mail = end < 0 ? [] : mail[(end + 1)..];
        }
        return longest;
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (header.RawValue.Length + header.RawField.Length > _limits.MailHeader) throw new TooMuchException(HeaderTooLong(_limits));
        if (++_headers > MostHeaders) throw new TooMuchException($"it has more than {MostHeaders:N0} headers");
    }

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => Count();

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => Count();

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => Count();

    private void Count()
    {
        if (++_parts > _limits.MailParts) throw new TooMuchException($"it is made of more than {_limits.MailParts:N0} parts");
    }

    private sealed class TooMuchException(string message) : Exception(message);
}
