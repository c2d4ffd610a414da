using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Whether a case makes another near it and soon after more likely.</summary>
/// <param name="Period">When the cases occurred.</param>
/// <param name="Cases">With a place; 0 when there is no report.</param>
/// <param name="Report">Null with an obstacle.</param>
public sealed record NearRepeatFindings(Period Period, int Cases, NearRepeatTable? Report, HotspotObstacle? Obstacle)
{
    /// <summary>The head has protected victims, whose cases are not among these.</summary>
    public bool IsWithoutSensitive { get; init; }
}
