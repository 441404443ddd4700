using System.Collections.Immutable;
using System.Text;

namespace Concordat.Sources.Extraction;

/// <summary>Letters out of bytes.</summary>
/// <param name="Text">Not yet cleaned; without byte order mark.</param>
/// <param name="Encoding">Name of the encoding used.</param>
/// <param name="Notes">Where it was guessed, or bytes were replaced.</param>
internal sealed record Decoded(string Text, string Encoding, ImmutableArray<Note> Notes);

/// <summary>Finds how the letters of a text file are written: byte order mark, then UTF-16 by its zero bytes, then UTF-8, then Windows-1252.</summary>
internal static class Decode
{
    private const int Sample = 65536;

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("\"' />;");
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <returns>Null where the bytes are not a text.</returns>
    public static Decoded? Text(ReadOnlySpan<byte> bytes)
    {
        // A large binary shows itself at its beginning, before memory is spent on all of it.
        if (bytes.Length > 2 * Sample && Text(bytes[..Sample]) is null) return null;
        return ByMark(bytes) ?? ByZeros(bytes) ?? ByUtf8(bytes) ?? ByWindows(bytes);
    }

    /// <summary>An encoding by the name that a page or a mail states; null where the name is unknown.</summary>
    public static Encoding? Named(string? name)
    {
        name = name?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(name)) return null;
        try
        {
            // WHATWG Encoding Standard, section 4.2: these labels mean Windows-1252.
            if (name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii") return Windows;
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException) { return null; }
    }

    /// <summary>A web page: what it states itself counts where neither a mark nor valid UTF-8 says otherwise.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="guess">What <see cref="Text"/> made of the same bytes.</param>
    /// <remarks>HTML Living Standard, 13.2.3.2: a page that states UTF-16 in ASCII letters is UTF-8.</remarks>
    public static Decoded? Page(ReadOnlySpan<byte> bytes, Decoded? guess)
    {
        var stated = Named(StatedCharset(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)])));
        var isSure = guess is not null && guess.Encoding != Windows.WebName && (guess.Encoding != Encoding.UTF8.WebName || !Ascii.IsValid(bytes));
        // What says of itself that it is UTF-8 is, with some bad bytes.
        if (stated?.CodePage == 65001 && guess?.Encoding == Windows.WebName) return With(Encoding.UTF8, bytes);
        if (stated is null || isSure || stated.WebName.StartsWith("utf-", StringComparison.Ordinal)) return guess;
        return With(stated, bytes);
    }

    private static string? StatedCharset(string head)
    {
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = head.AsSpan(at + 8).TrimStart("\"' ");
        var end = rest.IndexOfAny(Ends);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static Decoded? ByMark(ReadOnlySpan<byte> b) => b switch
    {
        [0xFF, 0xFE, 0, 0, ..] => With(Encoding.UTF32, b[4..]),
        [0, 0, 0xFE, 0xFF, ..] => With(new UTF32Encoding(bigEndian: true, byteOrderMark: false), b[4..]),
        [0xEF, 0xBB, 0xBF, ..] => With(Encoding.UTF8, b[3..]),
        [0xFF, 0xFE, ..] => With(Encoding.Unicode, b[2..]),
        [0xFE, 0xFF, ..] => With(Encoding.BigEndianUnicode, b[2..]),
        _ => null,
    };

    /// <summary>Latin text in UTF-16 has a zero in every other byte; the even ones make it big-endian.</summary>
    private static Decoded? ByZeros(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        if (sample.Length < 4) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        var pairs = sample.Length / 2;
        var encoding = odd > pairs * 0.6 && even < pairs * 0.05 ? Encoding.Unicode
            : even > pairs * 0.6 && odd < pairs * 0.05 ? Encoding.BigEndianUnicode : null;
        if (encoding is null) return null;
        var found = With(encoding, bytes);
        return Controls(found.Text) > 0.05 ? null : found with { Notes = [Notes.EncodingGuessed(encoding.WebName), .. found.Notes] };
    }

    private static Decoded? ByUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        int replaced = Count(text, '\uFFFD'), stated = CountMarks(bytes), wide = 0;
        foreach (var c in text) if (c > 0x7F && c != '\uFFFD') wide++;
        // A few bad bytes among many good sequences are a damaged UTF-8 text; otherwise it is another encoding.
        if (replaced - stated > 0 && replaced - stated > wide / 4) return null;
        if (Controls(text) > 0.05) return null;
        return new(text, "utf-8", replaced > stated ? [Notes.BytesReplaced(replaced - stated)] : []);
    }

    private static Decoded? ByWindows(ReadOnlySpan<byte> bytes)
    {
        var text = Windows.GetString(bytes);
        return Controls(text) > 0.02 ? null : new(text, "windows-1252", [Notes.EncodingGuessed("Windows-1252")]);
    }

    private static Decoded With(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        var replaced = Count(text, '\uFFFD');
        return new(text, encoding.WebName, replaced > 0 ? [Notes.BytesReplaced(replaced)] : []);
    }

    /// <summary>The share of characters that no text has, in the first 64 Ki; a binary has about one in ten.</summary>
    private static double Controls(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        var count = 0;
        foreach (var c in sample)
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u001B' or '\u0085')) count++;
        // One stray NUL in a short note is still a note.
        return count <= 2 && sample.Length > 3 * count ? 0 : count / (double)Math.Max(1, sample.Length);
    }

    private static int Count(string text, char what) => text.AsSpan().Count(what);

    private static int CountMarks(ReadOnlySpan<byte> bytes) => bytes.Count([(byte)0xEF, (byte)0xBF, (byte)0xBD]);
}
