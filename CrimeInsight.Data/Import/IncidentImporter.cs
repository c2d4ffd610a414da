using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Imports files: one thread reads and judges rows while another sends them to the database.</summary>
internal sealed class IncidentImporter(
    IncidentBatchLoader loader, ImportReferenceReader references, ImportAccount account, IAuditWriter audit, TimeProvider clock) : IIncidentImporter
{
    private static readonly TimeSpan s_indiaOffset = new(5, 30, 0);

    public Task<Viewer> EnsureAdministratorAsync(CancellationToken cancellationToken) => account.EnsureAsync(cancellationToken);

    public async Task<ImportReport> ImportAsync(ImportRequest request, Viewer viewer, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(s_indiaOffset).DateTime);
        using var file = new ImportedFile(request);
        var endsDemo = await EndsDemoAsync(request, file.Mapping.IsSynthetic, cancellationToken);
        var layout = file.Content.Layout;
        var judge = new IncidentJudge(layout, file.Source, await references.ReadAsync(layout, withInvented: !endsDemo, cancellationToken), viewer, today);
        if (endsDemo)
            judge.Tally.Warn(ImportWarning.DemoEnds, "", 0);
        var info = Describe(request, file, judge.Tally, endsDemo);
        // An import that was killed between its commit and its last audit row has left at least the first.
        if (!request.IsDryRun)
            await audit.WriteAsync(Entry(viewer, info, "begun", null), cancellationToken);
        var meter = progress is null ? null : new LoadMeter(progress, file);
        BatchResult result;
        try
        {
            result = await LoadAsync(file, judge, info, viewer, meter, cancellationToken);
        }
        catch (BatchStoppedException stopped)
        {
            await audit.WriteAsync(Entry(viewer, info, "stopped", (stopped.Result, file)), CancellationToken.None);
            throw Stopped(Report(request, file, judge.Tally, stopped.Result, clock.GetElapsedTime(started).TotalSeconds));
        }

        if (!request.IsDryRun)
            await audit.WriteAsync(Entry(viewer, info, "stored", (result, file)), CancellationToken.None);
        return Report(request, file, judge.Tally, result, clock.GetElapsedTime(started).TotalSeconds);
    }

    private static ImportRefusedException Stopped(ImportReport report) => new(
        FileProblem.TooManyRejected, report.Rejected.ToString(CultureInfo.InvariantCulture), report.Rows.ToString(CultureInfo.InvariantCulture))
    {
        Report = report,
    };

    private static BatchInfo Describe(ImportRequest request, ImportedFile file, ImportTally tally, bool endsDemo) => new(
        request.BatchId ?? Guid.CreateVersion7(), BatchKind.Import, request.FileName, file.Mapping.IsSynthetic, request.IsDryRun, endsDemo)
    {
        Updates = request.Updates,
        KeepsEqualRows = !file.Plan.DropsEqualRows,
        Prepared = tally.Preparing,
        Source = file.Source,
        Supersedes = request.Supersedes,
        Foresight = request.Foresight,
        IsStopped = !request.IsDryRun && file.Override is null,
        FutureRows = request.IsDryRun ? () => tally.CountOf(RejectReason.DateInFuture) : null,
    };

    private async Task<BatchResult> LoadAsync(
        ImportedFile file, IncidentJudge judge, BatchInfo info, Viewer viewer, LoadMeter? meter, CancellationToken cancellationToken)
    {
        try
        {
            return await loader.LoadAsync((writer, token) => file.WriteAsync(judge, writer, token), info, viewer, meter, cancellationToken);
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.DiskFull)
        {
            throw new ImportRefusedException(FileProblem.DiskFull);
        }
        catch (NpgsqlException failure) when (LostConnection.CouldNotAsk(failure))
        {
            throw new DatabaseLostException(failure);
        }
    }

    // A dry run changes nothing, and judges the rows as the import that ends the demo would.
    private async Task<bool> EndsDemoAsync(ImportRequest request, bool isSynthetic, CancellationToken cancellationToken)
    {
        var status = await references.ReadStatusAsync(cancellationToken);
        if (isSynthetic)
            return status.IsDemoOver ? throw new ImportRefusedException(FileProblem.DemoIsOver) : false;
        if (!status.IsSynthetic)
            return false;
        if (status.IsDemoOver)
            throw new ImportRefusedException(FileProblem.HoldsMixture);
        return request.EndsDemo || request.IsDryRun ? true : throw new ImportRefusedException(FileProblem.HoldsDemo);
    }

    private static ImportReport Report(ImportRequest request, ImportedFile file, ImportTally tally, BatchResult result, double seconds) => new()
    {
        FileName = request.FileName,
        BatchId = result.BatchId,
        IsDryRun = request.IsDryRun,
        Mapping = file.Mapping.Name,
        Source = file.Source,
        Encoding = file.Content.EncodingName,
        Delimiter = file.Content.Delimiter,
        Rows = tally.Rows,
        Accepted = result.Accepted,
        Updated = result.Updated,
        Duplicates = result.Duplicates,
        Conflicts = result.Conflicts,
        Rejected = result.Rejected,
        EqualRows = result.EqualRows,
        Sha256 = Convert.ToHexStringLower(file.Sha256),
        Reasons = [.. tally.Reasons],
        Examples = [.. tally.Examples],
        Corrections = [.. tally.Corrections],
        Warnings = [.. tally.Warnings],
        Anomalies = result.Foretold.Anomalies,
        StoredMonths = result.Foretold.StoredMonths,
        Likely = result.Foretold.Likely,
        Features = result.Foretold.Features,
        Preparation = tally.Preparing.Report(file.Plan, result.Duplicates),
        Stop = result.Stop,
        Override = result.Stop is null ? null : file.Override,
        IgnoredColumns = file.Content.Layout.IgnoredColumns,
        Seconds = seconds,
    };

    private static AuditEntry Entry(Viewer viewer, BatchInfo info, string state, (BatchResult Result, ImportedFile File)? done)
    {
        var detail = new Dictionary<string, string> { ["state"] = state, ["file"] = info.FileName };
        if (done is var (result, file))
        {
            detail["sha256"] = Convert.ToHexStringLower(file.Sha256);
            detail["accepted"] = result.Accepted.ToString(CultureInfo.InvariantCulture);
            detail["updated"] = result.Updated.ToString(CultureInfo.InvariantCulture);
            detail["duplicates"] = result.Duplicates.ToString(CultureInfo.InvariantCulture);
            detail["conflicts"] = result.Conflicts.ToString(CultureInfo.InvariantCulture);
            detail["rejected"] = result.Rejected.ToString(CultureInfo.InvariantCulture);
            if (result.Stop is { } rule)
                detail["stop"] = rule.ToString();
            if (result.Stop is not null && file.Override is { } reason)
                detail["override"] = reason;
            if (file.ConfirmedAnomalies > 0)
                detail["confirmedAnomalies"] = file.ConfirmedAnomalies.ToString(CultureInfo.InvariantCulture);
        }

        return AuditEntry.By(viewer, AuditActions.Imported, $"batch:{info.Id}") with { Detail = detail };
    }

    /// <summary>Reports at once, on the thread that sends: <see cref="Progress{T}"/> would let reports overtake each other.</summary>
    private sealed class LoadMeter(IProgress<ImportProgress> progress, ImportedFile file) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => progress.Report(new ImportProgress(value.Stage, value.Rows, file.BytesRead, value.WaitingFor));
    }
}
