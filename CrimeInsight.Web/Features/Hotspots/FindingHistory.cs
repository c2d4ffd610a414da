using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots.DensityClusters;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>A finding through the months.</summary>
/// <param name="Monthly">Its cases of each of the last months, the last of the period at the end.</param>
public sealed record FindingHistory(ClusterCourse Course, ImmutableArray<int> Monthly);
