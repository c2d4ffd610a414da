using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots.DensityClusters;

/// <summary>What <see cref="DensityClustersMethod"/> found.</summary>
public sealed record DensityClustersReport : ComparedCasesReport
{
    public required DensityClustersSettings Settings { get; init; }

    public override HotspotSettings Used => Settings;

    public ImmutableArray<ClusterFinding> Clusters { get; init; } = [];

    public override IReadOnlyList<HotspotFinding> Findings => Clusters;

    public override HotspotCorrection Correction => HotspotCorrection.StrongestOfReplica;
}
