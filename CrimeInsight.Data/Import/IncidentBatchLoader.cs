using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Loads incidents as one batch: all of them or, cancelled or killed at any moment, none.</summary>
internal sealed class IncidentBatchLoader(
    NpgsqlDataSource dataSource, IReferenceDataReader reference, IHolidayReader holidays, IOptions<BatchOptions> options)
{
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
        var world = await reference.GetAsync(cancellationToken);
        var heads = world.Heads;
        await using var session = await BatchSession.OpenAsync(dataSource, viewer, info, progress, cancellationToken);
        var places = await session.PlacesAsync(cancellationToken);
        var nodes = new RollupNodes(places, heads);
        var counters = new RollupCounters(nodes);
        var encoder = new IncidentEncoder(heads, session.Number, RollupPlace.FirstOrdinals(places));
        var buffers = new ChunkBuffers();
        var closing = BatchClosing.Empty;
        var rows = await ChunkPump.RunAsync(
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
        foreach (var month in info.Supersedes)
            await session.SupersedeAsync(month, cancellationToken);
        var result = info.IsDryRun
            ? await CheckAsync(session, encoder.Keys.AllDiffer(), info, world, cancellationToken)
            : await StoreAsync(session, encoder.Keys.AllDiffer(), counters, nodes, buffers, closing, cancellationToken);
        if (!info.IsDryRun)
            await BatchRetention.PurgeAsync(dataSource, viewer, options.Value.KeepRowsDays, CancellationToken.None);
        progress?.Report(new LoadProgress(ImportStage.Done, rows));
        return result;
    }

    private async Task<BatchResult> CheckAsync(
        BatchSession session, bool keysDiffer, BatchInfo info, ReferenceData world, CancellationToken cancellationToken)
    {
        var result = await session.CheckAsync(keysDiffer, cancellationToken);
        return info.FutureRows is null ? result : result with
        {
            Foretold = await Foreteller.TellAsync(
                session, world, await holidays.GetAsync(cancellationToken), info.Foresight, info.FutureRows(), cancellationToken),
        };
    }

    // The rollups are summed while the database judges and indexes the batch.
    private static async Task<BatchResult> StoreAsync(
        BatchSession session,
        bool keysDiffer,
        RollupCounters counters,
        RollupNodes nodes,
        ChunkBuffers buffers,
        BatchClosing closing,
        CancellationToken cancellationToken)
    {
        var prepared = PrepareAsync(session, keysDiffer, nodes, buffers, cancellationToken);
        await ChunkPump.RunAsync(session, buffers, (output, token) => counters.SendAsync(buffers, output, 1, token), null, cancellationToken, prepared);
        return await session.CommitAsync(closing, counters.IsSummed && !await prepared, cancellationToken);
    }

    /// <returns>True when something was taken back of what the rollups are sent.</returns>
    private static async Task<bool> PrepareAsync(
        BatchSession session, bool keysDiffer, RollupNodes nodes, ChunkBuffers buffers, CancellationToken cancellationToken)
    {
        await session.CheckAsync(keysDiffer, cancellationToken);
        var hasChanged = await RollupChanges.SendAsync(session, nodes, buffers, cancellationToken);
        await session.IndexAsync(cancellationToken);
        return hasChanged;
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
