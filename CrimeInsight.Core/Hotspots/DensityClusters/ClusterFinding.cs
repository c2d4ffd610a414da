using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots.DensityClusters;

/// <summary>A cluster of cases.</summary>
public sealed record ClusterFinding : OutlinedFinding
{
    /// <summary>Its cases of each of the last months, the last of the period at the end.</summary>
    public required ImmutableArray<int> Monthly { get; init; }

    /// <summary>What became of it month by month.</summary>
    public required ClusterCourse Course { get; init; }
}
