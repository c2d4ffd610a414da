using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Where methods read.</summary>
public sealed record HotspotSources(
    PlaceCasesReader Places, ICasePointReader Points, MapAnalysis Maps, IDataStatusReader Status, IReferenceDataReader References)
{
    /// <summary>Most threads that compute at once.</summary>
    public int Threads { get; init; } = 2;
}
