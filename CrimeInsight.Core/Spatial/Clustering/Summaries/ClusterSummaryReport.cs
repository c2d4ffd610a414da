using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Clustering.Summaries;

/// <summary>All clusters in figures.</summary>
/// <param name="Centres">Mean place of each cluster's members; metres or degrees, as the points are.</param>
/// <param name="Clusters">In order of their numbers.</param>
/// <param name="FirstMonth">First day of the earliest month of the data, noise included: the first of each <see cref="ClusterSummary.MonthCounts"/>; null
/// without points.</param>
public sealed record ClusterSummaryReport(PointSet Centres, ImmutableArray<ClusterSummary> Clusters, DateOnly? FirstMonth);
