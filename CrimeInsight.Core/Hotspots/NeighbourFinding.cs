namespace CrimeInsight.Core.Hotspots;

/// <summary>Places that were compared with their neighbours.</summary>
public sealed record NeighbourFinding : HotspotFinding
{
    /// <summary>
    /// What was tested: cases and expected of the places and their neighbours together, for local Moran's I of the neighbours alone.
    /// Null when they have none.
    /// </summary>
    public (double Cases, double Expected)? Around { get; init; }
}
