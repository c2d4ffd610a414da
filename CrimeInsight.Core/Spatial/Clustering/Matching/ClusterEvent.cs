namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <param name="Step">The step at which it happens, by position; for an end, the first at which the cluster is missing.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Track">To which cluster through time.</param>
/// <param name="Other">The one it splits from or merges into; otherwise null.</param>
/// <param name="Overlap">0 … 1, with the cluster it survives as, splits from or merges into; otherwise 0.</param>
public sealed record ClusterEvent(int Step, ClusterEventKind Kind, int Track, int? Other, double Overlap);
