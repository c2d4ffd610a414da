using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Clustering;

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

    /// <summary>Numbers labels from 0 in order of their first points; noise stays noise.</summary>
    /// <returns>For each label of before, its number.</returns>
    internal static Dictionary<int, int> NumberByFirst(Span<int> labels)
    {
        var numbers = new Dictionary<int, int>();
        foreach (ref var label in labels)
        {
            if (label == Noise)
                continue;
            if (!numbers.TryGetValue(label, out var number))
                numbers[label] = number = numbers.Count;
            label = number;
        }

        return numbers;
    }
}
