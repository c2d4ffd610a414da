using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A finding among single cases: land, named after the nearest station.</summary>
public record OutlinedFinding : HotspotFinding
{
    /// <summary>Corners around it.</summary>
    public required ImmutableArray<GeoPoint> Outline { get; init; }
}
