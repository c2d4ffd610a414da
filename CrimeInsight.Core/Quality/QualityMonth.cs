using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Quality;

/// <summary>The whole scope in one month of registration.</summary>
/// <param name="Shares">By <see cref="QualityGap"/>; null where too few cases can be judged.</param>
public sealed record QualityMonth(Month Month, long Cases, ImmutableArray<Proportion?> Shares);
