using System.Threading.Channels;
using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Loads incidents as one batch: all of them or, cancelled or killed at any moment, none.</summary>
internal sealed class IncidentBatchLoader(NpgsqlDataSource dataSource, IReferenceDataReader reference)
{
    private const int ChunksInFlight = 8;
    private const int RejectBytesHeld = 4 << 20;

    /// <summary>Loads incidents in their order; of two duplicates the earlier stays.</summary>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator, or rows lie outside their jurisdictions.</exception>
    public Task<BatchResult> LoadAsync(
        IEnumerable<Incident> incidents, BatchInfo info, Viewer viewer, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        LoadAsync((encoder, output, token) => ProduceAsync(incidents, encoder, output, token), info, viewer, progress, cancellationToken);

    /// <inheritdoc cref="LoadAsync(IEnumerable{Incident}, BatchInfo, Viewer, IProgress{LoadProgress}?, CancellationToken)"/>
    public Task<BatchResult> LoadAsync(
        IAsyncEnumerable<Incident> incidents, BatchInfo info, Viewer viewer, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        LoadAsync((encoder, output, token) => ProduceAsync(incidents, encoder, output, token), info, viewer, progress, cancellationToken);

    /// <summary>Loads what a producer encodes; it runs on a thread of its own and ends by returning what is stored with the batch.</summary>
    internal async Task<BatchResult> LoadAsync(
        Func<IncidentEncoder, ChannelWriter<BatchChunk>, CancellationToken, Task<BatchClosing>> produce,
        BatchInfo info,
        Viewer viewer,
        IProgress<LoadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var heads = (await reference.GetAsync(cancellationToken)).Heads;
        await using var session = await BatchSession.OpenAsync(dataSource, viewer, info, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<BatchChunk>(new BoundedChannelOptions(ChunksInFlight) { SingleReader = true, SingleWriter = true });
        var producer = Task.Run(() => RunProducerAsync(produce, new IncidentEncoder(heads), channel.Writer, stop.Token), CancellationToken.None);
        long rows;
        try
        {
            rows = await SendAsync(session, channel.Reader, progress, cancellationToken);
        }
        catch
        {
            await stop.CancelAsync();
            await ((Task)producer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        var closing = await producer;
        progress?.Report(new LoadProgress(LoadStage.Storing, rows));
        var result = await session.FinishAsync(closing.FileSha256, closing.DetailJson, cancellationToken);
        progress?.Report(new LoadProgress(LoadStage.Done, rows));
        return result;
    }

    private static async Task<BatchClosing> RunProducerAsync(
        Func<IncidentEncoder, ChannelWriter<BatchChunk>, CancellationToken, Task<BatchClosing>> produce,
        IncidentEncoder encoder,
        ChannelWriter<BatchChunk> output,
        CancellationToken cancellationToken)
    {
        try
        {
            var closing = await produce(encoder, output, cancellationToken);
            output.Complete();
            return closing;
        }
        catch (Exception problem)
        {
            output.Complete(problem);
            throw;
        }
    }

    private static async Task<long> SendAsync(
        BatchSession session, ChannelReader<BatchChunk> chunks, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        long rows = 0;
        var rejects = new MemoryStream();
        await foreach (var chunk in chunks.ReadAllAsync(cancellationToken))
        {
            await session.SendIncidentsAsync(chunk.Incidents.WrittenMemory, cancellationToken);
            rejects.Write(chunk.Rejects.WrittenSpan);
            if (rejects.Length > RejectBytesHeld)
                await FlushAsync(session, rejects, cancellationToken);
            rows += chunk.Rows;
            progress?.Report(new LoadProgress(LoadStage.Reading, rows));
        }

        await FlushAsync(session, rejects, cancellationToken);
        return rows;
    }

    private static async Task FlushAsync(BatchSession session, MemoryStream rejects, CancellationToken cancellationToken)
    {
        await session.SendRejectsAsync(rejects.GetBuffer().AsMemory(0, (int)rejects.Length), cancellationToken);
        rejects.SetLength(0);
    }

    private static async Task<BatchClosing> ProduceAsync(
        IEnumerable<Incident> incidents, IncidentEncoder encoder, ChannelWriter<BatchChunk> output, CancellationToken cancellationToken)
    {
        var chunk = new BatchChunk();
        long row = 0;
        foreach (var incident in incidents)
        {
            chunk = await AddAsync(chunk, ++row, incident, encoder, output, cancellationToken);
        }

        await output.WriteAsync(chunk, cancellationToken);
        return BatchClosing.Empty;
    }

    private static async Task<BatchClosing> ProduceAsync(
        IAsyncEnumerable<Incident> incidents, IncidentEncoder encoder, ChannelWriter<BatchChunk> output, CancellationToken cancellationToken)
    {
        var chunk = new BatchChunk();
        long row = 0;
        await foreach (var incident in incidents.WithCancellation(cancellationToken))
        {
            chunk = await AddAsync(chunk, ++row, incident, encoder, output, cancellationToken);
        }

        await output.WriteAsync(chunk, cancellationToken);
        return BatchClosing.Empty;
    }

    private static ValueTask<BatchChunk> AddAsync(
        BatchChunk chunk, long row, Incident incident, IncidentEncoder encoder, ChannelWriter<BatchChunk> output, CancellationToken cancellationToken)
    {
        encoder.Encode(chunk.Incidents, row, incident);
        chunk.Rows++;
        return chunk.IsFull ? CutAsync(chunk, output, cancellationToken) : ValueTask.FromResult(chunk);
    }

    private static async ValueTask<BatchChunk> CutAsync(BatchChunk chunk, ChannelWriter<BatchChunk> output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(chunk, cancellationToken);
        return new BatchChunk();
    }
}
