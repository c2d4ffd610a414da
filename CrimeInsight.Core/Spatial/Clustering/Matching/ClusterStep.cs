using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Clustering.Matching;

/// <summary>The clusters of one month, or of any other step of time.</summary>
/// <param name="Points">All metres or all degrees, as in every other step.</param>
/// <param name="Labels">Cluster of each point; −1: noise.</param>
public sealed record ClusterStep(PointSet Points, ImmutableArray<int> Labels);
