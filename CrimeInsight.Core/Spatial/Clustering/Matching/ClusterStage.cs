namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <param name="Step">A step, by position.</param>
/// <param name="Label">The cluster's number in it.</param>
/// <param name="Count">Its members there.</param>
public readonly record struct ClusterStage(int Step, int Label, int Count);
