using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>Results of hotspots that were computed in the background, for exactly the question asked and of the present data.</summary>
public sealed class StoredHotspots(IResultStore results, IReferenceDataReader references, IDataStatusReader status)
{
    /// <param name="kind">As <see cref="HotspotKeys"/>.</param>
    public async Task<StoredResult<TReport>?> FindAsync<TReport>(string kind, HotspotRequest request, Viewer viewer, CancellationToken cancellationToken)
        where TReport : class
    {
        var reference = await references.GetAsync(cancellationToken).ConfigureAwait(false);
        var data = await status.GetAsync(cancellationToken).ConfigureAwait(false);
        return HotspotKeys.Of(kind, request, viewer, reference, data) is { } key
            ? await results.FindAsync<TReport>(key, viewer, cancellationToken).ConfigureAwait(false)
            : null;
    }
}
