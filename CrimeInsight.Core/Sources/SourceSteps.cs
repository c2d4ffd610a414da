using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Sources;

/// <summary>Takes an upload of a source through its steps, as a person would, one after the other. Goes on where a process that is gone stopped.</summary>
public sealed class SourceSteps(IStepStore steps, StepWorker worker, TimeProvider time)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <returns>The step once it is over.</returns>
    public async Task<UploadStep> DoAsync(Viewer viewer, Upload upload, StepKind kind, StepRequest request, CancellationToken cancellationToken)
    {
        var run = await FindAsync(viewer, upload, kind, cancellationToken).ConfigureAwait(false) switch
        {
            null => await steps.AskAsync(viewer, upload.Id, kind, request, cancellationToken).ConfigureAwait(false),
            var known => known.Run,
        };
        while (await FindAsync(viewer, upload, kind, cancellationToken).ConfigureAwait(false) is { } step)
        {
            if (!step.IsOpen && step.State != StepState.Interrupted)
                return step;
            try
            {
                await worker.RunAsync(upload.Id, kind, run ?? step.Run, viewer.PersonId, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Told with the step.
            }

            // Of a process that was killed a moment ago the step is not yet given up.
            if (await FindAsync(viewer, upload, kind, cancellationToken).ConfigureAwait(false) is { IsOpen: true })
                await Task.Delay(s_patience, time, cancellationToken).ConfigureAwait(false);
        }

        throw new SourceException(SourceProblem.Cancelled);
    }

    private async Task<UploadStep?> FindAsync(Viewer viewer, Upload upload, StepKind kind, CancellationToken cancellationToken) =>
        (await steps.ListAsync(viewer, upload.Id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(step => step.Kind == kind);
}
