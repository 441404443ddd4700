using System.Buffers.Binary;
using System.Security.Cryptography;
using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>Decrypts what a <see cref="SealingStream"/> wrote; gives nothing of a chunk that is not wholly genuine.</summary>
internal sealed class OpeningStream(Stream from, byte[] key) : ReadOnlyStream
{
    private readonly AesGcm _aes = new(key, Sealing.TagBytes);
    private readonly byte[] _plain = new byte[Sealing.ChunkBytes];
    private readonly byte[] _sealed = new byte[Sealing.ChunkBytes + Sealing.TagBytes];
    private int _at, _filled;
    private long _chunk;
    private bool _ended;

    /// <exception cref="Refused"><c>backup.cut</c>, <c>backup.damaged</c>.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_at == _filled && !_ended) Next();
        var given = Math.Min(buffer.Length, _filled - _at);
        _plain.AsSpan(_at, given).CopyTo(buffer);
        _at += given;
        return given;
    }

    private void Next()
    {
        Span<byte> head = stackalloc byte[4];
        if (from.ReadAtLeast(head, 4, throwOnEndOfStream: false) < 4) throw new Refused(BackupRefusals.Cut);
        var word = BinaryPrimitives.ReadUInt32BigEndian(head);
        var (last, length) = ((word & 0x8000_0000u) != 0, (int)(word & 0x7FFF_FFFFu));
        if (length < Sealing.TagBytes || length > _sealed.Length) throw new Refused(BackupRefusals.Damaged("a part has an impossible length"));
        if (from.ReadAtLeast(_sealed.AsSpan(0, length), length, throwOnEndOfStream: false) < length) throw new Refused(BackupRefusals.Cut);
        Open(length - Sealing.TagBytes, last);
        if (last && from.ReadByte() >= 0) throw new Refused(BackupRefusals.Damaged("something follows its end"));
    }

    private void Open(int length, bool last)
    {
        try
        {
            _aes.Decrypt(Sealing.Nonce(_chunk++, last), _sealed.AsSpan(0, length), _sealed.AsSpan(length, Sealing.TagBytes), _plain.AsSpan(0, length));
            (_at, _filled, _ended) = (0, length, last);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new Refused(BackupRefusals.Damaged("a part is not what was encrypted"));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _aes.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Notes how a stream ended: whether more was asked for than there is, how long it was, and its last four bytes.</summary>
internal sealed class EndNotingStream(Stream from) : ReadOnlyStream
{
    private ulong _last;

    public bool AskedBeyondTheEnd { get; private set; }

    public long Given { get; private set; }

    /// <summary>The last four bytes given, lowest first: where gzip keeps the length of what it holds.</summary>
    public uint Last => (uint)(_last >> 32);

    public override int Read(Span<byte> buffer)
    {
        var given = from.Read(buffer);
        if (given == 0 && buffer.Length > 0) AskedBeyondTheEnd = true;
        foreach (var each in buffer[Math.Max(0, given - 4)..given]) _last = (_last >> 8) | ((ulong)each << 56);
        Given += given;
        return given;
    }
}
