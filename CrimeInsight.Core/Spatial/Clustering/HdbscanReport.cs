using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>What <see cref="Hdbscan"/> found. Clusters are numbered from 0 in order of their first points.</summary>
/// <param name="Stabilities">Of each cluster, points per metre: how long it lasts over all distances.</param>
/// <param name="Labels">Cluster of each point; −1: noise.</param>
/// <param name="Probabilities">0 … 1: how near to its cluster's densest part each point stays in it; 0 for noise.</param>
/// <param name="OutlierScores">0 … 1 (GLOSH, 2015, §6): 1 − ε/core, ε the least distance at which points of the smallest cluster that held the
/// point are joined: how much sparser it lies than the densest part of its surroundings.</param>
/// <param name="CoreMetres">Distance of each point to its minPoints-nearest.</param>
public sealed record HdbscanReport(
    ImmutableArray<double> Stabilities, ImmutableArray<int> Labels, ImmutableArray<double> Probabilities, ImmutableArray<double> OutlierScores,
    ImmutableArray<double> CoreMetres)
{
    /// <summary>Clusters are numbered from 0 to one less.</summary>
    public int ClusterCount => Stabilities.Length;

    /// <summary>Points in no cluster.</summary>
    public int NoiseCount => Labels.Count(label => label == DensityReport.Noise);

    /// <summary>Too few points for any cluster: all are noise, none an outlier, and cores are unknown (infinite).</summary>
    internal static HdbscanReport NothingIn(int count) => new(
        [],
        [.. Enumerable.Repeat(DensityReport.Noise, count)],
        [.. new double[count]],
        [.. new double[count]],
        [.. Enumerable.Repeat(double.PositiveInfinity, count)]);
}
