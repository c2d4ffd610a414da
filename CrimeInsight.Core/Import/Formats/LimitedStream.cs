namespace CrimeInsight.Core.Import.Formats;

/// <summary>Unpacks no more than a sane file holds: a small file that becomes a giant is a bomb.</summary>
/// <param name="packedBytes">Of the packed content.</param>
internal sealed class LimitedStream(Stream inner, long packedBytes) : ForwardStream
{
    /// <summary>Text of cases shrinks to a twentieth; a column of one value to a two-hundredth.</summary>
    public const int MostRatio = 250;

    /// <summary>So much is no danger, whatever its ratio.</summary>
    public const long FreeBytes = 32L << 20;

    public const long MostBytes = 16L << 30;

    private long _unpacked;

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
            return read;
        }
        catch (InvalidDataException damage)
        {
            throw new ImportRefusedException(FileProblem.Damaged, damage.Message);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
