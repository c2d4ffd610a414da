using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;

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
        using var reader = new ImportReader(request);
        var endsDemo = await EndsDemoAsync(request, reader.Mapping.IsSynthetic, cancellationToken);
        if (endsDemo)
            reader.Tally.Warn(ImportWarning.DemoEnds, "", 0);
        reader.Prepare(await references.ReadAsync(reader.Layout, withInvented: !endsDemo, cancellationToken), viewer, today);
        var info = new BatchInfo(Guid.CreateVersion7(), BatchKind.Import, request.FileName, reader.Mapping.IsSynthetic, request.IsDryRun, endsDemo);
        // An import that was killed between its commit and its last audit row has left at least the first.
        if (!request.IsDryRun)
            await audit.WriteAsync(Entry(viewer, info, "begun", null), cancellationToken);
        var meter = progress is null ? null : new LoadMeter(progress, reader);
        var result = await loader.LoadAsync(reader.ReadAsync, info, viewer, meter, cancellationToken);
        if (!request.IsDryRun)
            await audit.WriteAsync(Entry(viewer, info, "stored", (result, reader)), CancellationToken.None);
        return Report(request, reader, result, clock.GetElapsedTime(started).TotalSeconds);
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

    private static ImportReport Report(ImportRequest request, ImportReader reader, BatchResult result, double seconds) => new()
    {
        FileName = request.FileName,
        BatchId = result.BatchId,
        IsDryRun = request.IsDryRun,
        Mapping = reader.Mapping.Name,
        Source = reader.Source,
        Encoding = reader.EncodingName,
        Delimiter = reader.Delimiter,
        Rows = reader.Tally.Rows,
        Accepted = result.Accepted,
        Duplicates = result.Duplicates,
        Rejected = result.Rejected,
        Sha256 = Convert.ToHexStringLower(reader.Sha256),
        Reasons = [.. reader.Tally.Reasons],
        Examples = [.. reader.Tally.Examples],
        Corrections = [.. reader.Tally.Corrections],
        Warnings = [.. reader.Tally.Warnings],
        IgnoredColumns = reader.Layout.IgnoredColumns,
        Seconds = seconds,
    };

    private static AuditEntry Entry(Viewer viewer, BatchInfo info, string state, (BatchResult Result, ImportReader Reader)? done)
    {
        var detail = new Dictionary<string, string> { ["state"] = state, ["file"] = info.FileName };
        if (done is var (result, reader))
        {
            detail["sha256"] = Convert.ToHexStringLower(reader.Sha256);
            detail["accepted"] = result.Accepted.ToString(CultureInfo.InvariantCulture);
            detail["duplicates"] = result.Duplicates.ToString(CultureInfo.InvariantCulture);
            detail["rejected"] = result.Rejected.ToString(CultureInfo.InvariantCulture);
        }

        return AuditEntry.By(viewer, AuditActions.Imported, $"batch:{info.Id}") with { Detail = detail };
    }

    /// <summary>Reports at once, on the thread that sends: <see cref="Progress{T}"/> would let reports overtake each other.</summary>
    private sealed class LoadMeter(IProgress<ImportProgress> progress, ImportReader reader) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => progress.Report(new ImportProgress((ImportStage)value.Stage, value.Rows, reader.BytesRead));
    }
}
