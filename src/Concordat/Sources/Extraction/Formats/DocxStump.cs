using System.Buffers.Binary;
using System.IO.Compression;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>The main part of an archive that was cut off before its directory.</summary>
/// <remarks>PKWARE APPNOTE 6.3.10, section 4.3.7: a part begins with its own header, 30 bytes, name, extra field.</remarks>
internal static class DocxStump
{
    private const int Header = 30, MethodAt = 8, NameLengthAt = 26, ExtraLengthAt = 28;

    public static void Add(byte[] bytes, DocxWords words, Limits limits)
    {
        var name = "word/document.xml"u8;
        var at = bytes.AsSpan().IndexOf(name) - Header;
        if (at < 0 || !bytes.AsSpan(at).StartsWith("PK\x03\x04"u8)) return;
        var head = bytes.AsSpan(at);
        var start = at + Header + BinaryPrimitives.ReadUInt16LittleEndian(head[NameLengthAt..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[ExtraLengthAt..]);
        if (start >= bytes.Length) return;
        using var packed = new MemoryStream(bytes, start, bytes.Length - start, writable: false);
        using var part = head[MethodAt] == 8 ? new DeflateStream(packed, CompressionMode.Decompress) : (Stream)packed;
        words.Add(new Capped(part, limits.PartBytes));
    }
}
