using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>What a scan found, with all it was made with.</summary>
/// <param name="Request">The input and its settings.</param>
/// <param name="MaxDuration">Longest run of periods tried.</param>
/// <param name="Windows">Windows tried, on the data and on each replica.</param>
/// <param name="Replicas">Made; fewer than asked for only after an early stop.</param>
/// <param name="CriticalValue">Log-likelihood ratio that 5 % of the replicas reach: clusters above it have p ≤ 0.05; null below 19 replicas.</param>
/// <param name="GumbelLocation">Of the distribution fitted to the replicas' maxima by moments; null when they do not vary.</param>
/// <param name="GumbelScale">Likewise.</param>
/// <param name="Clusters">Most likely first; no two share a place, also when their periods differ. Not all are significant.</param>
public sealed record ScanReport(
    ScanRequest Request,
    int MaxDuration,
    long Windows,
    int Replicas,
    double? CriticalValue,
    double? GumbelLocation,
    double? GumbelScale,
    ImmutableArray<ScanCluster> Clusters)
{
    /// <summary>How replicas were made to vary; null when by chance alone: not asked for, or too few counts to tell.</summary>
    public ScanDispersion? Dispersion { get; init; }

    /// <summary>Clusters with p at most α.</summary>
    public IEnumerable<ScanCluster> Significant(double alpha) => Clusters.Where(cluster => cluster.P <= alpha);
}
