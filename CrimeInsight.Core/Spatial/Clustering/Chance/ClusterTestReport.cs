using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>Clusters of cases, each compared with chance.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Found">The clusters of the cases, in their order.</param>
/// <param name="Tested">One for each cluster, by number.</param>
/// <param name="Replicas">Draws made.</param>
public sealed record ClusterTestReport(ClusterTestRequest Request, DensityReport Found, ImmutableArray<TestedCluster> Tested, int Replicas);
