using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Concordat.Backups;

/// <summary>Encrypts what is written: AES-256-GCM in chunks of 256 KiB, each behind its length (4 bytes, highest first; the highest bit marks the last).</summary>
internal sealed class SealingStream : WriteOnlyStream
{
    private readonly Stream _to;
    private readonly AesGcm _aes;
    private readonly byte[] _plain = new byte[Sealing.ChunkBytes];
    private readonly byte[] _sealed = new byte[4 + Sealing.ChunkBytes + Sealing.TagBytes];
    private int _filled;
    private long _chunk;

    public SealingStream(Stream to, byte[] passphrase)
    {
        var (head, key) = Sealing.New(passphrase);
        (_to, _aes) = (to, new AesGcm(key, Sealing.TagBytes));
        to.Write(head);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            // A full chunk waits until it is known not to be the last.
            if (_filled == _plain.Length) Send(last: false);
            var taken = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..taken].CopyTo(_plain.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the last chunk; a file without it is known to be cut.</summary>
    public void Finish() => Send(last: true);

    private void Send(bool last)
    {
        var length = _filled + Sealing.TagBytes;
        BinaryPrimitives.WriteUInt32BigEndian(_sealed, (uint)length | (last ? 0x8000_0000u : 0));
        _aes.Encrypt(Sealing.Nonce(_chunk++, last), _plain.AsSpan(0, _filled), _sealed.AsSpan(4, _filled), _sealed.AsSpan(4 + _filled, Sealing.TagBytes));
        _to.Write(_sealed.AsSpan(0, 4 + length));
        _filled = 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _aes.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A stream that is only written, from its start to its end.</summary>
internal abstract class WriteOnlyStream : Stream
{
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
