using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>Parameters of <see cref="KMeans"/>.</summary>
public sealed record KMeansRequest
{
    /// <summary>The largest number of clusters.</summary>
    public const int MostClusters = 1_000;

    private const int UsualSearch = 12;
    private const int MostSearch = 50;

    /// <param name="clusters">How many, 1 to <see cref="MostClusters"/>; null: the number with the largest silhouette.</param>
    /// <param name="searchUntil">Largest number that is tried when it is left open, 2 to 50.</param>
    /// <param name="seed">The same seed gives the same clusters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public KMeansRequest(int? clusters = null, int searchUntil = UsualSearch, int seed = 1)
    {
        Guard.Between(clusters ?? 1, 1, MostClusters, nameof(clusters));
        Guard.Between(searchUntil, 2, MostSearch);
        (Clusters, SearchUntil, Seed) = (clusters, searchUntil, seed);
    }

    public int? Clusters { get; }

    public int SearchUntil { get; }

    public int Seed { get; }
}
