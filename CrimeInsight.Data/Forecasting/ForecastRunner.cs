using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Hotspots;
using CrimeInsight.Data.Jobs;
using Npgsql;

namespace CrimeInsight.Data.Forecasting;

/// <summary>
/// Works on a run, chunk by chunk, as its owner. One process at a time computes; another waits and takes over when the first
/// is killed. What is stored is not computed again, so a run goes on where it stopped.
/// </summary>
internal sealed class ForecastRunner(
    NpgsqlDataSource app, IReferenceDataReader references, ForecastRunParts parts, ForecastRunStore runs, TimeProvider time) : IForecastJob
{
    private static readonly TimeSpan s_reportEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_turnEvery = TimeSpan.FromSeconds(3);

    public async Task RunAsync(Guid run, Guid person, CancellationToken cancellationToken)
    {
        if (await parts.Owners.FindAsync(person, cancellationToken) is not { } owner)
            return;
        await using var turn = await WaitForTurnAsync(cancellationToken);
        var reference = await references.GetAsync(cancellationToken);
        var worked = await parts.Owners.WorkedPlacesAsync(cancellationToken);
        var plan = ForecastPlan.Create(reference, Places(owner.JurisdictionIds), Places(worked));
        if (await runs.BeginAsync(run, plan.Sum(chunk => chunk.Work), owner, cancellationToken) is not { } begun)
            return;
        await WatchAsync(new Work(run, owner, reference, plan, begun, new RunMeter(time, begun.Busy)), cancellationToken);

        List<Jurisdiction> Places(IEnumerable<int> ids) => [.. ids.Select(reference.Jurisdictions.Find).OfType<Jurisdiction>()];
    }

    private async Task<AdvisoryTurn> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await AdvisoryTurn.TakeAsync(app, AdvisoryTurn.Forecasts, cancellationToken) is { } turn)
                return turn;
            await Task.Delay(s_turnEvery, time, cancellationToken);
        }
    }

    // Ends the run as done, failed or cancelled; when the app stops it stays open and another start goes on.
    private async Task WatchAsync(Work work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var reporting = ReportAsync(work, stop, done.Token);
        var (state, problem) = (ForecastRunState.Done, (string?)null);
        try
        {
            await WorkAsync(work, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            state = ForecastRunState.Cancelled;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            (state, problem) = (ForecastRunState.Failed, failure.Message);
            throw;
        }
        finally
        {
            await done.CancelAsync();
            await reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!cancellationToken.IsCancellationRequested)
                await runs.EndAsync(work.Run, state, work.Meter.Busy, problem, work.Owner, CancellationToken.None);
        }
    }

    // Telling how far it is, is also the sign of life that pages watch for. A report that fails is no reason to fail the run.
    private async Task ReportAsync(Work work, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_reportEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await TellAsync(work, stop, cancellationToken);
            }
            catch (NpgsqlException)
            {
                continue;
            }
        }
    }

    // What came of it may be that somebody asked to cancel.
    private async Task TellAsync(Work work, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        if (await runs.ReportAsync(work.Run, work.Meter.Done, work.Meter.Busy, work.Owner, cancellationToken))
            await stop.CancelAsync();
    }

    private async Task WorkAsync(Work work, CancellationTokenSource stop)
    {
        foreach (var chunk in work.Plan)
        {
            work.Meter.Begin(chunk.Work);
            if (chunk.Work > 0 && !work.Begun.Chunks.Contains(chunk.Name))
            {
                await TellAsync(work, stop, stop.Token);
                await (chunk.Kind switch
                {
                    ForecastChunkKind.Coherence => AddUpAsync(work, chunk, stop.Token),
                    ForecastChunkKind.Hotspots => LookAsync(work, chunk, stop.Token),
                    _ => ForecastAsync(work, chunk, stop.Token),
                });
            }

            work.Meter.End();
        }
    }

    private async Task ForecastAsync(Work work, ForecastChunk chunk, CancellationToken cancellationToken)
    {
        var calibration = await parts.Calibrator.EnsureAsync(work.Run, chunk.Step, work.Plan, work.Owner, parts.Threads, cancellationToken);
        var panel = await parts.Histories.ReadAsync(chunk, work.Owner, cancellationToken);
        var state = work.Reference.Jurisdictions.AncestorAt(chunk.Area, JurisdictionLevel.State)?.Code;
        var kept = (await parts.Holidays.GetAsync(cancellationToken)).KeptIn(state);
        ImmutableArray<Festival> festivals = [.. kept.Select(holiday => new Festival(holiday.Key, holiday.Day)).Distinct()];
        work.Meter.Expect(panel.Series.Count);
        var results = await Task.Run(() => SeriesForecasts.Run(panel, festivals, calibration, work.Meter, parts.Threads, cancellationToken), cancellationToken);
        await parts.Writer.StoreAsync(work.Run, chunk, panel, results, work.Owner, cancellationToken);
    }

    private async Task AddUpAsync(Work work, ForecastChunk chunk, CancellationToken cancellationToken)
    {
        work.Meter.Expect(chunk.Heads.Length);
        await parts.Coherence.RunAsync(work.Run, chunk, work.Reference.Jurisdictions, work.Owner, work.Meter, cancellationToken);
    }

    private async Task LookAsync(Work work, ForecastChunk chunk, CancellationToken cancellationToken)
    {
        work.Meter.Expect(chunk.Heads.Length * HotspotKind.Stored.Length);
        if (await parts.Hotspots.RunAsync(chunk.Area, chunk.Heads, work.Owner, work.Meter, cancellationToken) is { } panel)
            await parts.HotspotWriter.StoreAsync(work.Run, chunk, panel, work.Owner, cancellationToken);
    }

    private sealed record Work(Guid Run, Viewer Owner, ReferenceData Reference, ImmutableArray<ForecastChunk> Plan, BegunRun Begun, RunMeter Meter);
}
