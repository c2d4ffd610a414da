using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots.Association;

/// <summary>What a local statistic of association found among places.</summary>
public abstract record AssociationReport : FindingsReport
{
    public ImmutableArray<NeighbourFinding> Areas { get; init; } = [];

    public override IReadOnlyList<HotspotFinding> Findings => Areas;

    public override HotspotCorrection Correction => HotspotCorrection.FalseDiscoveryRate;

    /// <summary>Null with an obstacle.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Nearest places a place was looked at with; fewer than asked for where there are fewer.</summary>
    public int Neighbours { get; init; }
}
