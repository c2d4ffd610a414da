using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>What <see cref="KMeans"/> found. Clusters are numbered from 0 in order of their first points.</summary>
/// <param name="Centres">Of each cluster; metres or degrees, as the points are.</param>
/// <param name="Labels">Cluster of each point.</param>
/// <param name="Inertia">Sum of the squared distances of points to their centres, metres².</param>
/// <param name="Silhouettes">Mean silhouette, −1 … 1, of each number of clusters that was tried; empty when the number was given.</param>
/// <param name="HasSettled">False: points still changed clusters when the steps were used up.</param>
public sealed record KMeansReport(
    PointSet Centres, ImmutableArray<int> Labels, double Inertia, ImmutableSortedDictionary<int, double> Silhouettes, bool HasSettled)
{
    /// <summary>Clusters are numbered from 0 to one less.</summary>
    public int ClusterCount => Centres.Count;
}
