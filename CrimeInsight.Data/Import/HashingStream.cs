using System.Security.Cryptography;
using CrimeInsight.Core.Import.Formats;

namespace CrimeInsight.Data.Import;

/// <summary>Reads a stream once, counting its bytes and hashing them, a block ahead of whoever reads.</summary>
internal sealed class HashingStream(Stream inner) : ForwardStream
{
    private const int BlockBytes = 256 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _block = new byte[BlockBytes];
    private byte[] _blockAhead = new byte[BlockBytes];
    private int _position;
    private int _length;
    private Task<int>? _ahead;
    private bool _isEnd;

    public long BytesRead { get; private set; }

    public override long Position
    {
        get => BytesRead;
    }

    /// <returns>0 at the end.</returns>
    public override int Read(Span<byte> buffer)
    {
        if (_position == _length && !_isEnd)
            Advance();
        var read = Math.Min(buffer.Length, _length - _position);
        _block.AsSpan(_position, read).CopyTo(buffer);
        _position += read;
        BytesRead += read;
        return read;
    }

    /// <summary>SHA-256 of the whole stream, once it was read to its end.</summary>
    public byte[] Hash() => _hash.GetHashAndReset();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // The stream belongs to the caller, who may close it next.
            _ahead?.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Advance()
    {
        _length = _ahead is null ? Fill() : _ahead.GetAwaiter().GetResult();
        _position = 0;
        (_block, _blockAhead) = (_blockAhead, _block);
        _isEnd = _length == 0;
        _ahead = _isEnd ? null : Task.Run(Fill);
    }

    private int Fill()
    {
        var read = inner.Read(_blockAhead);
        _hash.AppendData(_blockAhead.AsSpan(0, read));
        return read;
    }
}
