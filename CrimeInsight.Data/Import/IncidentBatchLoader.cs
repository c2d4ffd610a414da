using System.Threading.Channels;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Loads incidents as one batch: all of them or, cancelled or killed at any moment, none.</summary>
internal sealed class IncidentBatchLoader(NpgsqlDataSource dataSource, IReferenceDataReader reference)
{
    private const int ChunksInFlight = 8;

    /// <summary>Loads incidents in their order; of two duplicates the earlier stays.</summary>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator, or rows lie outside their jurisdictions.</exception>
    public Task<BatchResult> LoadAsync(
        IEnumerable<Incident> incidents, BatchInfo info, Viewer viewer, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        LoadAsync((writer, token) => ProduceAsync(incidents, writer, token), info, viewer, progress, cancellationToken);

    /// <inheritdoc cref="LoadAsync(IEnumerable{Incident}, BatchInfo, Viewer, IProgress{LoadProgress}?, CancellationToken)"/>
    public Task<BatchResult> LoadAsync(
        IAsyncEnumerable<Incident> incidents, BatchInfo info, Viewer viewer, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        LoadAsync((writer, token) => ProduceAsync(incidents, writer, token), info, viewer, progress, cancellationToken);

    /// <summary>Loads what a producer writes; it runs on a thread of its own and ends by returning what is stored with the batch.</summary>
    internal async Task<BatchResult> LoadAsync(
        Func<BatchWriter, CancellationToken, Task<BatchClosing>> produce,
        BatchInfo info,
        Viewer viewer,
        IProgress<LoadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var heads = (await reference.GetAsync(cancellationToken)).Heads;
        await using var session = await BatchSession.OpenAsync(dataSource, viewer, info, cancellationToken);
        var counters = new RollupCounters(new RollupNodes(await session.PlacesAsync(cancellationToken), heads));
        var encoder = new IncidentEncoder(heads, session.Number);
        var buffers = new ChunkBuffers();
        var closing = BatchClosing.Empty;
        var rows = await PumpAsync(
            session,
            buffers,
            async (output, token) =>
            {
                await using var writer = new BatchWriter(encoder, counters, buffers, output, token);
                closing = await produce(writer, token);
                await writer.CompleteAsync(token);
            },
            progress,
            cancellationToken);
        progress?.Report(new LoadProgress(ImportStage.Storing, rows));
        var result = info.IsDryRun
            ? await session.CheckAsync(encoder.Keys.AllDiffer(), cancellationToken)
            : await StoreAsync(session, encoder.Keys.AllDiffer(), counters, buffers, closing, cancellationToken);
        progress?.Report(new LoadProgress(ImportStage.Done, rows));
        return result;
    }

    // The rollups are summed while the database judges and indexes the batch.
    private static async Task<BatchResult> StoreAsync(
        BatchSession session, bool keysDiffer, RollupCounters counters, ChunkBuffers buffers, BatchClosing closing, CancellationToken cancellationToken)
    {
        var prepared = PrepareAsync(session, keysDiffer, cancellationToken);
        await PumpAsync(session, buffers, (output, token) => counters.SendAsync(buffers, output, 1, token), null, cancellationToken, prepared);
        var duplicates = await prepared;
        foreach (var duplicate in duplicates)
            counters.Add(duplicate);
        await PumpAsync(session, buffers, (output, token) => counters.SendAsync(buffers, output, -1, token), null, cancellationToken);
        return await session.CommitAsync(closing, counters.IsSummed, cancellationToken);
    }

    /// <returns>The duplicates, unless no row is left that the rollups could hold.</returns>
    private static async Task<List<RollupFacts>> PrepareAsync(BatchSession session, bool keysDiffer, CancellationToken cancellationToken)
    {
        List<RollupFacts> duplicates = [];
        if (await session.CheckAsync(keysDiffer, cancellationToken) is { Duplicates: > 0, Accepted: > 0 })
            await foreach (var duplicate in session.DuplicatesAsync(cancellationToken))
                duplicates.Add(duplicate);
        await session.IndexAsync(cancellationToken);
        return duplicates;
    }

    /// <summary>Sends what a producer, on a thread of its own, puts out. Failing or cancelled, it stops the producer and waits for it.</summary>
    /// <param name="before">Ends before the first chunk is sent.</param>
    private static async Task<long> PumpAsync(
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

    private static async Task<BatchClosing> ProduceAsync(IEnumerable<Incident> incidents, BatchWriter writer, CancellationToken cancellationToken)
    {
        long row = 0;
        foreach (var incident in incidents)
            await writer.AddAsync(++row, incident, cancellationToken);
        return BatchClosing.Empty;
    }

    private static async Task<BatchClosing> ProduceAsync(IAsyncEnumerable<Incident> incidents, BatchWriter writer, CancellationToken cancellationToken)
    {
        long row = 0;
        await foreach (var incident in incidents.WithCancellation(cancellationToken))
            await writer.AddAsync(++row, incident, cancellationToken);
        return BatchClosing.Empty;
    }
}
