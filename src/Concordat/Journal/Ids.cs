using System.Security.Cryptography;

namespace Concordat;

/// <summary>Makes identifiers: UUID version 7, ascending within the process even inside one millisecond.</summary>
/// <remarks>Source: RFC 9562, sections 5.7 and 6.2 (method 1, a 12-bit counter in rand_a).</remarks>
public static class Ids
{
    private static readonly Lock Gate = new();
    private static long _last;

    /// <summary>A new identifier at the given time; never below an earlier one of this process.</summary>
    public static Guid New(DateTimeOffset now)
    {
        long tick;
        lock (Gate)
        {
            // One counter step is 1/4096 ms; borrowing from the future keeps the order when a millisecond is full.
            _last = tick = Math.Max(_last + 1, now.ToUnixTimeMilliseconds() << 12);
        }

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        var milliseconds = tick >> 12;
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(milliseconds >> (40 - (8 * i)));
        bytes[6] = (byte)(0x70 | ((tick >> 8) & 0x0F));
        bytes[7] = (byte)tick;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    public static Guid New(TimeProvider clock) => New(clock.GetUtcNow());
}
