using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.DataRoom;

/// <summary>What is done in each step of an upload.</summary>
public sealed class StepWork(IUploadStore uploads, IStepStore steps, IUploadFiles files, IIncidentImporter importer, IMappingAdviser adviser)
{
    /// <summary>Name of the list of rejected rows beside an upload.</summary>
    public const string RejectList = "rejects";

    /// <returns>What was found, as it is stored.</returns>
    internal Task<string> DoAsync(Viewer viewer, Upload upload, UploadStep step, StepMeter meter, CancellationToken cancellationToken) => step.Kind switch
    {
        StepKind.Understand => UnderstandAsync(viewer, upload, step, meter, cancellationToken),
        StepKind.Check => CheckAsync(viewer, upload, step, meter, cancellationToken),
        _ => ImportAsync(viewer, upload, step, meter, cancellationToken),
    };

    private async Task<string> UnderstandAsync(Viewer viewer, Upload upload, UploadStep step, StepMeter meter, CancellationToken cancellationToken)
    {
        var content = files.OpenToRead(upload.Id);
        await using (content.ConfigureAwait(false))
        {
            var choice = step.Request.Choice;
            var advice = await adviser.SuggestAsync(content, ImportMapping.DefaultSource, viewer, null, choice, upload.FileName, cancellationToken)
                .ConfigureAwait(false);
            // Named only when somebody saves it.
            advice = advice with { Mapping = advice.Mapping with { Name = null } };
            var sketch = FileSketcher.Read(content, choice, advice, meter, cancellationToken);
            await uploads.SetHashAsync(viewer, upload.Id, sketch.Sha256, cancellationToken).ConfigureAwait(false);
            return StepReports.Write(sketch);
        }
    }

    private async Task<string> CheckAsync(Viewer viewer, Upload upload, UploadStep step, StepMeter meter, CancellationToken cancellationToken) =>
        StepReports.Write(await ReadAsync(viewer, upload, step, meter, isDryRun: true, cancellationToken).ConfigureAwait(false));

    private async Task<string> ImportAsync(Viewer viewer, Upload upload, UploadStep step, StepMeter meter, CancellationToken cancellationToken)
    {
        // Killed between the commit and its word of it, an import would find nothing but duplicates of its own.
        var report = await steps.FindBatchAsync(viewer, step.Run, cancellationToken).ConfigureAwait(false) is { } stored
            ? await AfterwardsAsync(viewer, upload, step.Run, stored, cancellationToken).ConfigureAwait(false)
            : await StoreAsync(viewer, upload, step, meter, cancellationToken).ConfigureAwait(false);
        await uploads.SetImportedAsync(viewer, upload.Id, CancellationToken.None).ConfigureAwait(false);
        files.DeleteContent(upload.Id);
        return StepReports.Write(report);
    }

    // Only a check finds them: an import does not look.
    private async Task<ImportReport> StoreAsync(Viewer viewer, Upload upload, UploadStep step, StepMeter meter, CancellationToken cancellationToken)
    {
        var anomalies = (await CheckAsync(viewer, upload, cancellationToken).ConfigureAwait(false))?.Anomalies.Length ?? 0;
        if (anomalies > 0 && !step.Request.ConfirmsAnomalies)
            throw new ImportRefusedException(FileProblem.AnomaliesUnconfirmed, anomalies.ToString(CultureInfo.InvariantCulture));
        return await ReadAsync(viewer, upload, step, meter, isDryRun: false, cancellationToken, anomalies).ConfigureAwait(false);
    }

    private async Task<ImportReport?> CheckAsync(Viewer viewer, Upload upload, CancellationToken cancellationToken) => StepReports.ReadImport(
        (await steps.ListAsync(viewer, upload.Id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Kind == StepKind.Check));

    private async Task<ImportReport> ReadAsync(
        Viewer viewer, Upload upload, UploadStep step, StepMeter meter, bool isDryRun, CancellationToken cancellationToken, int confirmed = 0)
    {
        var content = files.OpenToRead(upload.Id);
        await using (content.ConfigureAwait(false))
        {
            ImportReport? report = null;
            try
            {
                var rejects = files.WriteList(upload.Id, RejectList);
                await using (rejects.ConfigureAwait(false))
                {
                    using var foresight = isDryRun ? new ForesightLists(files, upload.Id) : null;
                    var request = RequestOf(upload, step, content, isDryRun) with
                    {
                        Rejects = rejects, Foresight = foresight, ConfirmedAnomalies = confirmed,
                    };
                    report = await importer.ImportAsync(request, viewer, meter, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (IOException) when (report is { IsDryRun: false })
            {
                // It is stored: that the last of the list had no room on the disk does not undo it.
            }

            return report;
        }
    }

    private static ImportRequest RequestOf(Upload upload, UploadStep step, Stream content, bool isDryRun) => new()
    {
        FileName = upload.FileName,
        Content = content,
        MappingJson = step.Request.MappingJson,
        Choice = step.Request.Choice ?? new DataFileChoice(),
        IsDryRun = isDryRun,
        EndsDemo = step.Request.EndsDemo,
        Updates = step.Request.Updates,
        Supersedes = step.Request.Supersedes,
        Override = StopRules.ReasonOf(step.Request.Override),
        BatchId = step.Run,
    };

    // The check found the same reasons.
    private async Task<ImportReport> AfterwardsAsync(Viewer viewer, Upload upload, Guid batch, StoredBatch stored, CancellationToken cancellationToken)
    {
        var report = await CheckAsync(viewer, upload, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The batch {batch} is stored; what its check found is not known.");
        return report with
        {
            BatchId = batch,
            IsDryRun = false,
            Accepted = stored.Accepted,
            Updated = stored.Updated,
            Duplicates = stored.Duplicates,
            Conflicts = stored.Conflicts,
            Rejected = stored.Rejected,
        };
    }
}
