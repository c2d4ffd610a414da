using System.Buffers;

namespace CrimeInsight.Data.Import;

/// <summary>Rows for one staging table, encoded for COPY, on their way from the thread that makes them to the one that sends them.</summary>
internal sealed class BatchChunk(BatchTable table)
{
    private const int InitialBytes = 512 * 1024;

    public BatchTable Table { get; } = table;

    public ArrayBufferWriter<byte> Bytes { get; } = new(InitialBytes);

    /// <summary>Rows of the source read before it was cut, whatever became of them.</summary>
    public long RowsRead { get; set; }

    public bool IsFull => Bytes.WrittenCount > InitialBytes - 8192;
}
