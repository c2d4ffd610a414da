using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>
/// Port: analyses computed in the background, for the country and each state, all crimes, groups and heads. A result is given
/// only for exactly the question asked, of the present data, and to a person who may see all of the area; null otherwise.
/// </summary>
public interface IStoredHotspots
{
    Task<HotspotReport?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken);

    /// <param name="request">Its method is not used.</param>
    Task<NearRepeatFindings?> FindNearRepeatsAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken);

    /// <param name="request">Its method is not used.</param>
    Task<ConcentrationFindings?> FindConcentrationAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken);
}
