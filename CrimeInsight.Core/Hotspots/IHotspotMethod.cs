using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots;

/// <summary>
/// A way to look for hotspots. All that are registered can be asked; what is registered with more settings, another report or
/// another way to compute needs no word anywhere else.
/// </summary>
public interface IHotspotMethod
{
    /// <summary>Its name in addresses and stored results, in lower case; never changes.</summary>
    string Key { get; }

    /// <summary>Grows when the same question is answered otherwise: then what is stored of this method is out of date.</summary>
    int Version { get; }

    /// <summary>It looks at single cases, and so within a station, too.</summary>
    bool IsOfCases { get; }

    /// <summary>What is usually asked is computed in the background.</summary>
    bool IsStored { get; }

    /// <summary>Its settings unless asked otherwise; a record of no other method.</summary>
    HotspotSettings Usual { get; }

    /// <summary>A report of the method as it is stored.</summary>
    string Write(HotspotReport report, ResultJson json);

    /// <summary>The stored report for a key; null when there is none.</summary>
    Task<StoredResult<HotspotReport>?> FindAsync(IResultStore results, ResultKey key, Viewer viewer, CancellationToken cancellationToken);

    /// <param name="settings">Of the type of <see cref="Usual"/>.</param>
    Task<HotspotReport> RunAsync(HotspotSearch search, HotspotSettings settings, CancellationToken cancellationToken);

    /// <summary>A report that says why there is nothing.</summary>
    HotspotReport None(HotspotSearch search, HotspotSettings settings, HotspotObstacle obstacle);
}
