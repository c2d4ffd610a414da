using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.DataRoom;

/// <summary>
/// Works on a step as the person whose upload it is, says every second how far it is, and ends when asked to. A step that another
/// process left behind begins again; an import that had been stored by then is found to be done.
/// </summary>
public sealed class StepWorker(
    IUploadStore uploads, IStepStore steps, IUploadFiles files, IIncidentImporter importer, IRunOwners owners, TimeProvider time)
{
    /// <summary>Name of the list of rejected rows beside an upload.</summary>
    public const string RejectList = "rejects";

    private static readonly TimeSpan s_tellEvery = TimeSpan.FromSeconds(1);

    /// <param name="run">Of the asking; one that was asked anew meanwhile is left alone.</param>
    /// <param name="person">Whose upload it is.</param>
    public async Task RunAsync(Guid uploadId, StepKind kind, Guid run, Guid person, CancellationToken cancellationToken)
    {
        if (await owners.FindAsync(person, cancellationToken).ConfigureAwait(false) is not { } viewer
            || await uploads.FindAsync(viewer, uploadId, cancellationToken).ConfigureAwait(false) is not { } upload
            || await steps.BeginAsync(viewer, uploadId, kind, run, cancellationToken).ConfigureAwait(false) is not { } step)
            return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var meter = new StepMeter();
        var watching = WatchAsync(viewer, step, meter, stop);
        try
        {
            var report = await DoAsync(viewer, upload, step, meter, stop.Token).ConfigureAwait(false);
            await steps.EndAsync(viewer, step, StepState.Done, null, report, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The app stops: another start goes on.
            await steps.ReleaseAsync(viewer, step, CancellationToken.None).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            await steps.EndAsync(viewer, step, StepState.Cancelled, null, null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await steps.EndAsync(viewer, step, StepState.Failed, StepProblem.Of(failure), null, CancellationToken.None).ConfigureAwait(false);
            // What is wrong with a file is for its person; the rest is for the log too.
            if (failure is not ImportRefusedException)
                throw;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    private Task<string> DoAsync(Viewer viewer, Upload upload, UploadStep step, StepMeter meter, CancellationToken cancellationToken) => step.Kind switch
    {
        StepKind.Understand => UnderstandAsync(viewer, upload, meter, cancellationToken),
        StepKind.Check => CheckAsync(viewer, upload, step, meter, cancellationToken),
        _ => ImportAsync(viewer, upload, step, meter, cancellationToken),
    };

    private async Task<string> UnderstandAsync(Viewer viewer, Upload upload, StepMeter meter, CancellationToken cancellationToken)
    {
        var content = files.OpenToRead(upload.Id);
        await using (content.ConfigureAwait(false))
        {
            var sketch = FileSketcher.Read(content, meter, cancellationToken);
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
            : await ReadAsync(viewer, upload, step, meter, isDryRun: false, cancellationToken).ConfigureAwait(false);
        await uploads.SetImportedAsync(viewer, upload.Id, CancellationToken.None).ConfigureAwait(false);
        files.DeleteContent(upload.Id);
        return StepReports.Write(report);
    }

    private async Task<ImportReport> ReadAsync(
        Viewer viewer, Upload upload, UploadStep step, StepMeter meter, bool isDryRun, CancellationToken cancellationToken)
    {
        var content = files.OpenToRead(upload.Id);
        await using (content.ConfigureAwait(false))
        {
            var rejects = files.WriteList(upload.Id, RejectList);
            await using (rejects.ConfigureAwait(false))
            {
                var request = new ImportRequest
                {
                    FileName = upload.FileName,
                    Content = content,
                    MappingJson = step.Request.MappingJson,
                    IsDryRun = isDryRun,
                    EndsDemo = step.Request.EndsDemo,
                    Updates = step.Request.Updates,
                    EqualRows = step.Request.DropsEqualRows ? EqualRows.Drop : EqualRows.Keep,
                    Rejects = rejects,
                    BatchId = step.Run,
                };
                return await importer.ImportAsync(request, viewer, meter, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The check found the same reasons.
    private async Task<ImportReport> AfterwardsAsync(Viewer viewer, Upload upload, Guid batch, StoredBatch stored, CancellationToken cancellationToken)
    {
        var check = (await steps.ListAsync(viewer, upload.Id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Kind == StepKind.Check);
        var report = StepReports.ReadImport(check) ?? throw new InvalidOperationException($"The batch {batch} is stored; what its check found is not known.");
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

    private async Task WatchAsync(Viewer viewer, UploadStep step, StepMeter meter, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(s_tellEvery, time, stop.Token).ConfigureAwait(false);
                if (await steps.TellAsync(viewer, step, meter.Newest, stop.Token).ConfigureAwait(false) != StepSign.Go)
                    await stop.CancelAsync().ConfigureAwait(false);
            }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                // The database is away for a moment; the work itself will notice if it stays away.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
