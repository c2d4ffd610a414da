using System.IO.Compression;
using System.IO.Hashing;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Unpacks no more than a sane file holds: a small file that becomes a giant is a bomb.</summary>
/// <param name="packedBytes">Of the packed content.</param>
/// <param name="whole">Length and CRC-32 that the archive says the content has; null: it is not known.</param>
internal sealed class LimitedStream(Stream inner, long packedBytes, (long Bytes, uint Crc)? whole = null) : ForwardStream
{
    /// <summary>Text of cases shrinks to a twentieth; a column of one value to a two-hundredth.</summary>
    public const int MostRatio = 250;

    /// <summary>So much is no danger, whatever its ratio.</summary>
    public const long FreeBytes = 32L << 20;

    public const long MostBytes = 16L << 30;

    private readonly Crc32? _crc = whole is null ? null : new Crc32();
    private long _unpacked;

    public static LimitedStream Of(ZipArchiveEntry entry) => new(entry.Open(), entry.CompressedLength, (entry.Length, entry.Crc32));

    public override long Position
    {
        get => _unpacked;
    }

    /// <exception cref="ImportRefusedException">A bomb, or damaged.</exception>
    public static void Check(long unpackedBytes, long packedBytes)
    {
        if (unpackedBytes > FreeBytes && (unpackedBytes > MostBytes || unpackedBytes / Math.Max(1, packedBytes) > MostRatio))
            throw new ImportRefusedException(FileProblem.ArchiveBomb);
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = inner.Read(buffer);
            Check(_unpacked += read, packedBytes);
            _crc?.Append(buffer[..read]);
            if (read == 0 && !buffer.IsEmpty && whole is { } said && (said.Bytes != _unpacked || said.Crc != _crc!.GetCurrentHashAsUInt32()))
                throw new ImportRefusedException(FileProblem.Damaged, "ZIP");
            return read;
        }
        catch (InvalidDataException)
        {
            throw new ImportRefusedException(FileProblem.Damaged, whole is null ? "GZIP" : "ZIP");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
