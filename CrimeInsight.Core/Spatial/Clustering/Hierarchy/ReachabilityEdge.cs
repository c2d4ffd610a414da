namespace CrimeInsight.Core.Spatial.Clustering.Hierarchy;

/// <summary>An edge of the spanning tree.</summary>
/// <param name="From">A point, in the order of the <see cref="SpotTree"/>.</param>
/// <param name="Until">The other.</param>
/// <param name="Squared">Square of their mutual reachability distance.</param>
internal readonly record struct ReachabilityEdge(int From, int Until, double Squared);
