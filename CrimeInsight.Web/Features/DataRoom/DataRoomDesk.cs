using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What pages of the data room ask for, as the person who is signed in.</summary>
public sealed class DataRoomDesk(IViewerAccessor viewers, UploadDesk uploads, IUploadStore store, UploadSteps steps, IMappingStore mappings)
{
    public UploadRules Rules => uploads.Rules;

    public async Task<IReadOnlyList<Upload>> ListAsync(CancellationToken cancellationToken) =>
        await store.ListAsync(await ViewerAsync(cancellationToken), cancellationToken);

    /// <returns>Null when there is no such upload, or it is another's.</returns>
    public async Task<UploadWork?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var viewer = await ViewerAsync(cancellationToken);
        return await uploads.FindAsync(viewer, id, cancellationToken) is { } upload
            ? new UploadWork(upload, await steps.ListAsync(viewer, id, cancellationToken))
            : null;
    }

    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await uploads.RemoveAsync(await ViewerAsync(cancellationToken), id, cancellationToken);

    /// <returns>False when one is under way.</returns>
    public async Task<bool> StartAsync(Guid id, StepKind kind, StepRequest request, CancellationToken cancellationToken) =>
        await steps.StartAsync(await ViewerAsync(cancellationToken), id, kind, request, cancellationToken);

    public async Task<bool> CancelAsync(Guid id, StepKind kind, CancellationToken cancellationToken) =>
        await steps.CancelAsync(await ViewerAsync(cancellationToken), id, kind, cancellationToken);

    /// <summary>Keeps how the rows are to be read; what was found by reading them otherwise is forgotten.</summary>
    public async Task KeepMappingAsync(Guid id, string? json, CancellationToken cancellationToken)
    {
        var viewer = await ViewerAsync(cancellationToken);
        await store.SetMappingAsync(viewer, id, json, cancellationToken);
        await steps.ForgetCheckAsync(viewer, id, cancellationToken);
    }

    public async Task<IReadOnlyList<SavedMapping>> MappingsAsync(CancellationToken cancellationToken) =>
        await mappings.ListAsync(await ViewerAsync(cancellationToken), cancellationToken);

    public async Task<SavedMapping> SaveMappingAsync(string name, string fingerprint, string json, CancellationToken cancellationToken) =>
        await mappings.SaveAsync(await ViewerAsync(cancellationToken), name, fingerprint, json, cancellationToken);

    private async ValueTask<Viewer> ViewerAsync(CancellationToken cancellationToken) =>
        await viewers.GetAsync(cancellationToken) ?? throw new UnauthorizedAccessException("Nobody is signed in.");
}
