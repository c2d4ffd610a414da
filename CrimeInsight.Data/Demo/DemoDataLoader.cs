using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Maps;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Demo;

/// <summary>Loads demo data in batches of at most a year through the same batches that imports use, as an administrator of the country.</summary>
internal sealed class DemoDataLoader(DemoTarget target, IncidentBatchLoader batches, IAuditWriter audit, TimeProvider time) : IDemoDataLoader
{
    private static readonly TimeSpan s_reportEvery = TimeSpan.FromMilliseconds(500);

    public async Task<bool> IsDueAsync(DemoRequest request, CancellationToken cancellationToken)
    {
        if (await DemoState.FindAdminAsync(target.App, cancellationToken) is not { } admin)
            return false;
        try
        {
            return (await DemoState.ReadAsync(target.App, admin, cancellationToken)).PlanOf(request).Missing.Count > 0;
        }
        catch (OperatorException)
        {
            return false;
        }
    }

    public async Task<DemoLoadResult> LoadAsync(DemoRequest request, IProgress<DemoLoadProgress>? progress, CancellationToken cancellationToken)
    {
        await using var turn = await AdvisoryTurn.TakeAsync(target.App, AdvisoryTurn.DemoData, cancellationToken)
            ?? throw new OperatorException("Another process is loading demo data into this database; its progress shows on every page.");
        var admin = await DemoState.FindAdminAsync(target.App, cancellationToken)
            ?? throw new OperatorException(
                "Demo data is loaded on behalf of an administrator of the whole country, and there is none: create one by 'admin create'.");
        var plan = (await DemoState.ReadAsync(target.App, admin, cancellationToken)).PlanOf(request);
        if (plan.Missing.Count == 0)
            return new DemoLoadResult(0, plan.Present, 0);
        var stations = await EnsureStationsAsync(cancellationToken);
        var generator = new IncidentGenerator(plan.Request, await DemoInputsReader.ReadAsync(turn.Connection, cancellationToken));
        var total = plan.Missing.Sum(batch => (long)generator.CountOf(batch.From, batch.Until));
        var load = new Load(generator, admin, plan.Missing, new DemoLoadMeter(time, total), new DemoTask(target.App, total), progress);
        var loaded = await RunAsync(load, cancellationToken);
        return new DemoLoadResult(loaded, plan.Present, stations);
    }

    private async Task<int> EnsureStationsAsync(CancellationToken cancellationToken)
    {
        if (target.OwnerConnectionString is null)
            throw new OperatorException(
                "Demo data adds police stations to the jurisdiction tree, which needs the owner role: set ConnectionStrings__CrimeInsightOwner.");
        // Stations and cases are placed within the shapes of their districts, which a database just made has not computed yet.
        await new ApproximateBoundaryLoader(target.OutlineMap).LoadAsync(target.OwnerConnectionString, cancellationToken);
        return await StationWriter.EnsureAsync(target.OwnerConnectionString, target.SeedFolder, cancellationToken);
    }

    private async Task<long> RunAsync(Load load, CancellationToken cancellationToken)
    {
        await load.Task.StartAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reporting = ReportAsync(load, stop.Token);
        string? problem = null;
        try
        {
            return await LoadBatchesAsync(load, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            problem = failure.Message;
            if (failure is ImportRefusedException)
                throw new OperatorException(
                    "Real cases were imported meanwhile: the demo is over, and the database takes no synthetic case any more.", failure);
            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            load.Progress?.Report(load.Meter.Now);
            await CloseAsync(load, problem);
        }
    }

    private async Task<long> LoadBatchesAsync(Load load, CancellationToken cancellationToken)
    {
        var loaded = 0L;
        foreach (var batch in load.Missing)
        {
            load.Meter.Begin(batch, load.Generator.CountOf(batch.From, batch.Until));
            load.Progress?.Report(load.Meter.Now);
            var info = new BatchInfo(batch.Id, BatchKind.Demo, batch.Name, IsSynthetic: true);
            var result = await batches.LoadAsync(
                (writer, token) => WriteAsync(load.Generator, batch, writer, token), info, load.Admin, load.Meter, cancellationToken);
            loaded += result.Accepted;
            await audit.WriteAsync(EntryOf(load, batch, result.Accepted), CancellationToken.None);
            load.Meter.End();
        }

        return loaded;
    }

    private static async Task<BatchClosing> WriteAsync(IncidentGenerator generator, DemoBatch batch, BatchWriter writer, CancellationToken cancellationToken)
    {
        long row = 0;
        foreach (var incident in generator.OfDays(batch.From, batch.Until))
            await writer.AddAsync(++row, incident, cancellationToken);
        var detail = DemoDetail.Of(generator.Request, batch, generator.Share).Write();
        return new BatchClosing(null, _ => detail);
    }

    private static AuditEntry EntryOf(Load load, DemoBatch batch, long accepted) => AuditEntry.By(load.Admin, AuditActions.DemoLoaded, $"batch:{batch.Id}") with
    {
        Detail = new Dictionary<string, string>
        {
            ["from"] = batch.From.ToString("O", CultureInfo.InvariantCulture),
            ["until"] = batch.Until.ToString("O", CultureInfo.InvariantCulture),
            ["seed"] = load.Generator.Request.Seed.ToString(CultureInfo.InvariantCulture),
            ["cases"] = accepted.ToString(CultureInfo.InvariantCulture),
        },
    };

    // Writing progress is also the sign of life that pages watch for. A report that fails is no reason to fail the load.
    private async Task ReportAsync(Load load, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_reportEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var now = load.Meter.Now;
            load.Progress?.Report(now);
            try
            {
                await load.Task.ReportAsync(now.Done, cancellationToken);
            }
            catch (NpgsqlException)
            {
                continue;
            }
        }
    }

    private static async Task CloseAsync(Load load, string? problem)
    {
        var now = load.Meter.Now;
        try
        {
            if (problem is null && now.Done >= now.Total)
                await load.Task.FinishAsync(CancellationToken.None);
            else
                await load.Task.StopAsync(now.Done, problem, CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The server is gone: the task stops reporting and pages stop showing it.
        }
    }

    private sealed record Load(
        IncidentGenerator Generator, Viewer Admin, IReadOnlyList<DemoBatch> Missing, DemoLoadMeter Meter, DemoTask Task, IProgress<DemoLoadProgress>? Progress);
}
