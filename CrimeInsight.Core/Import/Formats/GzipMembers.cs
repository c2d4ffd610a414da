using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// Unpacks GZIP, and says at its end when the file was cut off: the library takes a file that ends early for one that ends (RFC 1952: the last eight
/// bytes are CRC-32 and length of the last member).
/// </summary>
/// <param name="whole">Seekable, from its beginning; closed with this.</param>
internal sealed class GzipMembers(Stream whole) : ForwardStream
{
    private const int LeastBytes = 18, TrailerBytes = 8, BlockBytes = 64 * 1024;

    private readonly GZipStream _members = new(whole, CompressionMode.Decompress, leaveOpen: true);
    private long _unpacked;
    private bool _isChecked;

    public override int Read(Span<byte> buffer)
    {
        var read = _members.Read(buffer);
        _unpacked += read;
        if (read > 0 || buffer.IsEmpty || _isChecked)
            return read;
        _isChecked = true;
        return IsWhole() ? 0 : throw new InvalidDataException();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _members.Dispose();
            whole.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsWhole()
    {
        if (whole.Length < LeastBytes)
            return false;
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        whole.Position = whole.Length - TrailerBytes;
        whole.ReadExactly(trailer);
        var said = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        // One member, which the library has held to its sum; of several only the last one's length is said, and is looked at once more.
        return said == (uint)_unpacked || (said < _unpacked && CrcFrom(_unpacked - said) == BinaryPrimitives.ReadUInt32LittleEndian(trailer));
    }

    private uint CrcFrom(long start)
    {
        whole.Position = 0;
        using var again = new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true);
        var crc = new Crc32();
        var block = new byte[BlockBytes];
        for (long at = 0; again.Read(block) is > 0 and var read; at += read)
            crc.Append(block.AsSpan((int)Math.Clamp(start - at, 0, read), read - (int)Math.Clamp(start - at, 0, read)));
        return crc.GetCurrentHashAsUInt32();
    }
}
