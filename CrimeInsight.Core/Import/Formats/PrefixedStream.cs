namespace CrimeInsight.Core.Import.Formats;

/// <summary>What was read ahead of a stream, and then the stream.</summary>
/// <param name="isOwned">The stream is closed with this one.</param>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> head, Stream rest, bool isOwned = false) : Stream
{
    private readonly long _start = rest.CanSeek ? rest.Position - head.Length : 0;
    private int _read;

    public override bool CanRead => true;

    public override bool CanSeek => rest.CanSeek;

    public override bool CanWrite => false;

    public override long Length => rest.Length - _start;

    public override long Position
    {
        get => _read < head.Length ? _read : rest.Position - _start;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_read >= head.Length)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, head.Length - _read);
        head.Span.Slice(_read, count).CopyTo(buffer);
        _read += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => Length + offset };
        // As files do: a cut archive points before its own beginning.
        if (target < 0)
            throw new IOException("A position before the beginning of the stream.");
        _read = head.Length;
        rest.Position = _start + target;
        return target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && isOwned)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
