using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Concordat.Backups;

/// <summary>The key of one encrypted file, and the head of the file, from which the key is found again with the passphrase.</summary>
/// <remarks>
/// Head, 88 bytes: the line <c>CONCORDAT SEALED 1</c> with its line feed (19), 1 zero byte, iterations (4, highest first), salt (32), proof of the key (32).
/// PBKDF2-HMAC-SHA-512 makes 32 bytes of passphrase and salt; HKDF-SHA-256 makes of them the key ("seal") and the key of the proof ("proof"), which is HMAC-SHA-256 over the 56 bytes before it.
/// Sources: RFC 8018 section 5.2, RFC 5869.
/// </remarks>
internal static class Sealing
{
    public const int HeadBytes = 88, ChunkBytes = 256 * 1024, TagBytes = 16;
    private const int Iterations = 600_000, MostIterations = 10_000_000, Proven = 56;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("CONCORDAT SEALED 1\n\0");

    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    /// <summary>A new head with a salt of its own.</summary>
    public static (byte[] Head, byte[] Key) New(byte[] passphrase)
    {
        var head = new byte[HeadBytes];
        Magic.CopyTo(head, 0);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(Magic.Length), Iterations);
        RandomNumberGenerator.Fill(head.AsSpan(24, 32));
        var (key, proof) = Derive(head, passphrase, Iterations);
        proof.CopyTo(head, Proven);
        return (head, key);
    }

    /// <returns>Refusals <c>backup.damaged</c>, <c>backup.wrong-passphrase</c>.</returns>
    public static Outcome<byte[]> KeyOf(byte[] head, byte[] passphrase)
    {
        var iterations = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(Magic.Length));
        // A number that somebody put there must not keep this machine busy for hours.
        if (iterations is < 1 or > MostIterations) return BackupRefusals.Damaged("its head names no possible key");
        var (key, proof) = Derive(head, passphrase, iterations);
        return CryptographicOperations.FixedTimeEquals(proof, head.AsSpan(Proven)) ? key : BackupRefusals.WrongPassphrase;
    }

    private static (byte[] Key, byte[] Proof) Derive(byte[] head, byte[] passphrase, int iterations)
    {
        var master = Rfc2898DeriveBytes.Pbkdf2(passphrase, head[24..Proven], iterations, HashAlgorithmName.SHA512, 32);
        var proving = HKDF.Expand(HashAlgorithmName.SHA256, master, 32, "proof"u8.ToArray());
        return (HKDF.Expand(HashAlgorithmName.SHA256, master, 32, "seal"u8.ToArray()), HMACSHA256.HashData(proving, head.AsSpan(0, Proven)));
    }

    /// <summary>Number of the chunk, and 1 in the last byte for the last one: no chunk can be left out, moved, or taken for the end.</summary>
    public static byte[] Nonce(long chunk, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), chunk);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
