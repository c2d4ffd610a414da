using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What a check told beside its report, for the person whose upload it is.</summary>
public sealed class ForesightDesk(IViewerAccessor viewers, UploadDesk uploads, IUploadFiles files, IReferenceDataReader references)
{
    /// <returns>Null when there is no such upload, or it is another's.</returns>
    public async Task<(Upload Upload, Viewer Viewer)?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await viewers.GetAsync(cancellationToken) is { Role: PersonRole.Admin } viewer
        && await uploads.FindAsync(viewer, id, cancellationToken) is { } upload ? (upload, viewer) : null;

    /// <summary>Entries of each list.</summary>
    public async Task<IReadOnlyDictionary<OutcomeKind, int>> CountsAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is null ? new Dictionary<OutcomeKind, int>()
            : Enum.GetValues<OutcomeKind>().ToDictionary(kind => kind, kind => ForesightLists.Count(files, id, kind));

    public async Task<IReadOnlyList<OutcomeRow>> RowsAsync(Guid id, OutcomeKind kind, int skip, int most, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is null ? [] : ForesightLists.Rows(files, id, kind, skip, most);

    /// <summary>What a step of preparing changed.</summary>
    public async Task<IReadOnlyList<PreparedRow>> PreparedAsync(Guid id, PreparationStep step, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is null ? [] : ForesightLists.Prepared(files, id, step);

    public async Task<IReadOnlyList<ForeseenChange>> ChangesAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is null ? [] : ForesightLists.Changes(files, id);

    /// <summary>Records that may be one case, the most probable first.</summary>
    public async Task<IReadOnlyList<LikelyPair>> PairsAsync(Guid id, int most, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is null ? [] : ForesightLists.Pairs(files, id, most);

    public ValueTask<ReferenceData> ReferenceAsync(CancellationToken cancellationToken) => references.GetAsync(cancellationToken);
}
