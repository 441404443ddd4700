using MimeKit;

namespace Concordat.Sources.Extraction;

/// <summary>A name and an address of a mail's header; the name may be empty.</summary>
public sealed record Mailbox(string Name, string Address)
{
    /// <summary>What follows the @, lower-case; empty where there is none.</summary>
    public string Domain => Address.LastIndexOf('@') is var at and >= 0 ? Address[(at + 1)..].ToLowerInvariant() : "";
}

/// <summary>What the headers of a mail say: who wrote to whom, when, on what.</summary>
/// <param name="Day">In the sender's own time zone.</param>
public sealed record MailHeads(Mailbox? From, Mailbox? To, DateOnly? Day, string? Subject)
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Reads the headers alone, at most 256 KB of them; whatever the bytes are, nothing is thrown.</summary>
    /// <returns>Null where there are none, or more.</returns>
    public static MailHeads? Read(byte[] bytes)
    {
        var end = End(bytes);
        if (end is <= 0 or > MostBytes) return null;
        try
        {
            using var stream = new MemoryStream(bytes, 0, end, writable: false);
            var heads = HeaderList.Load(stream);
            return new(First(heads[HeaderId.From]), First(heads[HeaderId.To]), Date(heads[HeaderId.Date]), Clean.Line(heads[HeaderId.Subject]));
        }
        // The library throws anything on hostile bytes; a mail without readable headers is a document like any other.
        catch (Exception)
        {
            return null;
        }
    }

    private static int End(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, MostBytes + 4)];
        var (lf, crlf) = (bytes.IndexOf("\n\n"u8), bytes.IndexOf("\r\n\r\n"u8));
        return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : 0;
    }

    private static Mailbox? First(string? list)
    {
        if (list is null || !InternetAddressList.TryParse(list, out var all) || all.Mailboxes.FirstOrDefault() is not { } first) return null;
        return new(Clean.Line(first.Name) ?? "", Clean.Line(first.Address) ?? "");
    }

    private static DateOnly? Date(string? text) => text is not null && MimeKit.Utils.DateUtils.TryParse(text, out var at) && at.Year > 1970 ? DateOnly.FromDateTime(at.DateTime) : null;
}
