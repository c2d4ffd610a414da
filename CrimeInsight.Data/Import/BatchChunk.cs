using System.Buffers;

namespace CrimeInsight.Data.Import;

/// <summary>A run of rows, encoded for COPY, on its way from the thread that makes them to the one that sends them.</summary>
internal sealed class BatchChunk
{
    private const int InitialBytes = 256 * 1024;

    public ArrayBufferWriter<byte> Incidents { get; } = new(InitialBytes);

    public ArrayBufferWriter<byte> Rejects { get; } = new();

    /// <summary>Rows read for this chunk, whatever became of them.</summary>
    public long Rows { get; set; }

    public bool IsFull => Incidents.WrittenCount > InitialBytes - 4096 || Rejects.WrittenCount > InitialBytes;
}
