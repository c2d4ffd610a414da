using System.Buffers;

namespace CrimeInsight.Data.Import;

/// <summary>Rows for one staging table, encoded for COPY, on their way from the thread that makes them to the one that sends them.</summary>
internal sealed class BatchChunk(BatchTable table, ArrayBufferWriter<byte> bytes)
{
    // A row may be longer: the buffer grows.
    private const int Enough = ChunkBuffers.Bytes - 8192;

    public BatchTable Table { get; } = table;

    public ArrayBufferWriter<byte> Bytes { get; } = bytes;

    /// <summary>Rows of the source read before it was cut, whatever became of them.</summary>
    public long RowsRead { get; set; }

    public bool IsFull => Bytes.WrittenCount > Enough;
}
