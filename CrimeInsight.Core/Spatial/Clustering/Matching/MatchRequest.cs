using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <summary>When clusters of two steps are the same.</summary>
public sealed record MatchRequest
{
    /// <param name="reachMetres">Members this near to a member of the other cluster overlap with it; above 0. The ε the clusters were found with is a good
    /// choice.</param>
    /// <param name="leastShare">Share of either cluster's members that must overlap, above 0 … 1.</param>
    /// <param name="mostGap">Steps a cluster may be missing and still go on, 0 to 24.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public MatchRequest(double reachMetres, double leastShare = 0.3, int mostGap = 1)
    {
        Guard.Between(reachMetres, double.Epsilon, 1e7);
        Guard.Between(leastShare, double.Epsilon, 1);
        Guard.Between(mostGap, 0, 24);
        (ReachMetres, LeastShare, MostGap) = (reachMetres, leastShare, mostGap);
    }

    public double ReachMetres { get; }

    public double LeastShare { get; }

    public int MostGap { get; }
}
