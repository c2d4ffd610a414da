using System.Threading.Channels;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Data.Import;

/// <summary>Sends what a producer, on a thread of its own, puts out.</summary>
internal static class ChunkPump
{
    private const int ChunksInFlight = 8;

    /// <summary>Failing or cancelled, it stops the producer and waits for it.</summary>
    /// <param name="before">Ends before the first chunk is sent.</param>
    /// <returns>Rows of the source that were read.</returns>
    public static async Task<long> RunAsync(
        BatchSession session,
        ChunkBuffers buffers,
        Func<ChannelWriter<BatchChunk>, CancellationToken, Task> produce,
        IProgress<LoadProgress>? progress,
        CancellationToken cancellationToken,
        Task? before = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<BatchChunk>(new BoundedChannelOptions(ChunksInFlight) { SingleReader = true });
        var producer = Task.Run(() => RunProducerAsync(produce, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            if (before is not null)
                await before;
            long rows = 0;
            await foreach (var chunk in channel.Reader.ReadAllAsync(cancellationToken))
            {
                await session.SendAsync(chunk, cancellationToken);
                rows = Math.Max(rows, chunk.RowsRead);
                buffers.Return(chunk);
                progress?.Report(new LoadProgress(ImportStage.Reading, rows));
            }

            await producer;
            return rows;
        }
        catch
        {
            await stop.CancelAsync();
            await producer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static async Task RunProducerAsync(
        Func<ChannelWriter<BatchChunk>, CancellationToken, Task> produce, ChannelWriter<BatchChunk> output, CancellationToken cancellationToken)
    {
        try
        {
            await produce(output, cancellationToken);
            output.Complete();
        }
        catch (Exception problem)
        {
            output.Complete(problem);
            throw;
        }
    }
}
