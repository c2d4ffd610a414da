using CrimeInsight.Core.Import.Formats;

namespace CrimeInsight.Data.Import;

/// <summary>Lets several readers read one seekable stream, each from where it is itself, also from different threads.</summary>
internal sealed class SharedStream(Stream inner)
{
    private readonly Lock _turn = new();
    private readonly long _start = inner.Position;

    /// <summary>A reader of its own, from where the stream stood at first.</summary>
    public Stream Open() => new View(this);

    private int Read(Span<byte> buffer, long position)
    {
        lock (_turn)
        {
            if (inner.Position != position)
                inner.Position = position;
            return inner.Read(buffer);
        }
    }

    private sealed class View(SharedStream shared) : ForwardStream
    {
        private long _position = shared._start;

        public override long Position
        {
            get => _position;
        }

        public override int Read(Span<byte> buffer)
        {
            var read = shared.Read(buffer, _position);
            _position += read;
            return read;
        }
    }
}
