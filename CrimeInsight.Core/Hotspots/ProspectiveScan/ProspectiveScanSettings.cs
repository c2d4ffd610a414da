namespace CrimeInsight.Core.Hotspots.ProspectiveScan;

/// <summary>As <see cref="ProspectiveScanMethod"/> has them.</summary>
public sealed record ProspectiveScanSettings : HotspotSettings
{
    /// <summary>Fewest months that are read; else twice the period.</summary>
    public int LeastMonths { get; init; } = 6;

    /// <summary>Fewest cases that are looked at.</summary>
    public int LeastCases { get; init; } = 20;

    public int Replicas { get; init; } = 999;

    /// <summary>No more replicas are made once so many reach the strongest circle: by then it is clear that nothing stands out.</summary>
    public int StopAfterHits { get; init; } = 60;

    /// <summary>Largest share of all cases in a circle. Larger ones say little about where to go, and cost most of the time.</summary>
    public double MaxShare { get; init; } = 0.1;

    /// <summary>Largest radius of a circle of stations; of districts none.</summary>
    public double MaxRadiusMetres { get; init; } = 100_000;
}
