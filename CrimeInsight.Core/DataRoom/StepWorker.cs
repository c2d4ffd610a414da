using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.DataRoom;

/// <summary>
/// Works on a step as the person whose upload it is, says every second how far it is, and ends when asked to. A step that another
/// process left behind begins again; an import that had been stored by then is found to be done.
/// </summary>
public sealed class StepWorker(IUploadStore uploads, IStepStore steps, StepWork work, IRunOwners owners, TimeProvider time)
{
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
            var report = await work.DoAsync(viewer, upload, step, meter, stop.Token).ConfigureAwait(false);
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
