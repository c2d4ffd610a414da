using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <summary>Clusters through time.</summary>
/// <param name="Request">What it was found with.</param>
/// <param name="Tracks">In order of first appearance, then of labels.</param>
/// <param name="Events">In order of steps, then of tracks.</param>
public sealed record MatchReport(MatchRequest Request, ImmutableArray<ClusterTrack> Tracks, ImmutableArray<ClusterEvent> Events);
