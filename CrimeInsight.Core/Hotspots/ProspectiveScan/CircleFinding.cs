using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Hotspots.ProspectiveScan;

/// <summary>Places within a circle.</summary>
public sealed record CircleFinding : HotspotFinding
{
    /// <summary>Centre, and radius in metres.</summary>
    public required (GeoPoint Centre, double Metres) Circle { get; init; }
}
