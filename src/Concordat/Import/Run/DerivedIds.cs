using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Concordat.Import.Run;

/// <summary>Identifiers that the same row of the same source gets every time, so that a repeated or resumed import meets what it made.</summary>
/// <remarks>UUID version 7 (RFC 9562, section 5.7): the time of the source, then the place, then 62 bits of SHA-256 over source and place.</remarks>
internal static class DerivedIds
{
    /// <param name="source">The source record; its time is that of the identifiers, so that they sort after it.</param>
    /// <param name="order">Orders identifiers of one source; 4,096 a millisecond.</param>
    public static Guid Of(Guid source, long order, string place)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source:D}/{place}"), hash);
        Span<byte> bytes = stackalloc byte[16];
        source.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = (BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16) + (order / 4096);
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(milliseconds >> (40 - (8 * i)));
        bytes[6] = (byte)(0x70 | ((order % 4096) >> 8));
        bytes[7] = (byte)(order % 4096);
        hash[..8].CopyTo(bytes[8..]);
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
