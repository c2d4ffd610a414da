using System.Collections.Immutable;

namespace CrimeInsight.Core.Clusters;

/// <summary>What <see cref="Dbscan"/> found.</summary>
/// <param name="ClusterCount">Clusters are numbered from 0 to one less.</param>
/// <param name="Labels">Cluster of each point; −1: noise.</param>
/// <param name="IsCore">Of each point: its neighbourhood is dense.</param>
public sealed record DensityReport(int ClusterCount, ImmutableArray<int> Labels, ImmutableArray<bool> IsCore)
{
    /// <summary>The label of points in no cluster.</summary>
    public const int Noise = -1;

    /// <summary>Points in no cluster.</summary>
    public int NoiseCount => Labels.Count(label => label == Noise);
}
