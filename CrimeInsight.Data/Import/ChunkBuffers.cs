using System.Buffers;
using System.Collections.Concurrent;

namespace CrimeInsight.Data.Import;

/// <summary>Buffers of chunks, used again once they are sent: each is large enough to cost a full collection.</summary>
internal sealed class ChunkBuffers
{
    public const int Bytes = 512 * 1024;

    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _free = [];

    /// <summary>An empty chunk.</summary>
    public BatchChunk Take(BatchTable table) => new(table, _free.TryTake(out var buffer) ? buffer : new ArrayBufferWriter<byte>(Bytes));

    /// <summary>The chunk is sent.</summary>
    public void Return(BatchChunk chunk)
    {
        chunk.Bytes.ResetWrittenCount();
        _free.Add(chunk.Bytes);
    }
}
