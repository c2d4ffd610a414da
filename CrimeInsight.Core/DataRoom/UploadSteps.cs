using CrimeInsight.Core.People;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Starts steps of uploads and looks after them.</summary>
public sealed class UploadSteps(IStepStore steps, IStepQueue queue)
{
    /// <returns>False when one is under way.</returns>
    public async Task<bool> StartAsync(Viewer viewer, Guid uploadId, StepKind kind, StepRequest request, CancellationToken cancellationToken)
    {
        if (await steps.AskAsync(viewer, uploadId, kind, request, cancellationToken).ConfigureAwait(false) is not { } run)
            return false;
        queue.Enqueue(uploadId, kind, run, viewer.PersonId);
        return true;
    }

    public Task<IReadOnlyList<UploadStep>> ListAsync(Viewer viewer, Guid uploadId, CancellationToken cancellationToken) =>
        steps.ListAsync(viewer, uploadId, cancellationToken);

    public Task<bool> CancelAsync(Viewer viewer, Guid uploadId, StepKind kind, CancellationToken cancellationToken) =>
        steps.CancelAsync(viewer, uploadId, kind, cancellationToken);

    /// <summary>The rows are to be read otherwise: what was found by reading them before no longer holds.</summary>
    public Task ForgetCheckAsync(Viewer viewer, Guid uploadId, CancellationToken cancellationToken) =>
        steps.ForgetAsync(viewer, uploadId, [StepKind.Check, StepKind.Import], cancellationToken);
}
