using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>How clusters are found and compared with chance. Validated on construction.</summary>
public sealed record ClusterTestRequest
{
    /// <summary>Draws unless asked otherwise: p-values down to 0.001.</summary>
    public const int UsualReplicas = 999;

    private const int MostReplicas = 99_999;

    /// <param name="clusters">The same for the cases and for every draw.</param>
    /// <param name="replicas">19 … 99,999.</param>
    /// <param name="stopAfterHits">Drawing ends once so many draws have reached the strongest cluster, which then stands for nothing; 0: never.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range; the message names it, its value and the range.</exception>
    public ClusterTestRequest(DbscanRequest clusters, int replicas = UsualReplicas, int stopAfterHits = 0, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        Guard.Between(replicas, 19, MostReplicas);
        Guard.Between(stopAfterHits, 0, MostReplicas);
        (Clusters, Replicas, StopAfterHits, Seed) = (clusters, replicas, stopAfterHits, seed);
    }

    public DbscanRequest Clusters { get; }

    public int Replicas { get; }

    public int StopAfterHits { get; }

    public int Seed { get; }
}
