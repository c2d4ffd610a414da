using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>Parameters of <see cref="Hdbscan"/>.</summary>
public sealed record HdbscanRequest
{
    /// <summary>A millimetre: only points that coincide are nearer.</summary>
    public const double LeastResolutionMetres = 0.001;

    /// <param name="minClusterSize">Points a cluster needs; 2 or more.</param>
    /// <param name="minPoints">Points a neighbourhood needs, the point itself among them: larger is smoother; 1 to 1,000; the size of a cluster when null, at
    /// most 1,000.</param>
    /// <param name="resolutionMetres">Nearer points count as this far apart: how finely places are known. Without it, places
    /// where many incidents were recorded at the very same point are the most stable clusters of all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public HdbscanRequest(int minClusterSize, int? minPoints = null, double resolutionMetres = LeastResolutionMetres)
    {
        Guard.Between(minClusterSize, 2, int.MaxValue);
        Guard.Between(minPoints ?? 1, 1, MostMinPoints, nameof(minPoints));
        Guard.Between(resolutionMetres, LeastResolutionMetres, 1e6);
        (MinClusterSize, MinPoints, ResolutionMetres) = (minClusterSize, minPoints ?? Math.Min(minClusterSize, MostMinPoints), resolutionMetres);
    }

    private const int MostMinPoints = 1000;

    public int MinClusterSize { get; }

    public int MinPoints { get; }

    public double ResolutionMetres { get; }
}
