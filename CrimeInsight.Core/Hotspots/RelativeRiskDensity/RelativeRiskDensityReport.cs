using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots.RelativeRiskDensity;

/// <summary>What <see cref="RelativeRiskDensityMethod"/> found.</summary>
public sealed record RelativeRiskDensityReport : ComparedCasesReport
{
    public required RelativeRiskDensitySettings Settings { get; init; }

    public override HotspotSettings Used => Settings;

    public ImmutableArray<OutlinedFinding> Areas { get; init; } = [];

    public override IReadOnlyList<HotspotFinding> Findings => Areas;

    public override HotspotCorrection Correction => HotspotCorrection.FalseDiscoveryRate;

    /// <summary>As used: wider than asked for where the extent would have too many cells. Null with an obstacle.</summary>
    public double? BandwidthMetres { get; init; }

    /// <summary>Width of the cells of both densities; null with an obstacle.</summary>
    public double? CellMetres { get; init; }
}
