using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Quality;

/// <summary>The records of a scope: its parts, the worst first, and its course.</summary>
/// <param name="Judged">Months of registration the parts are judged by.</param>
/// <param name="Whole">By <see cref="QualityGap"/>, over those months; null where too few cases can be judged.</param>
/// <param name="Tests">How many were made.</param>
/// <param name="Passed">How many findings passed the correction for so many tests.</param>
public sealed record QualityReport(
    Period Judged, ImmutableArray<PartQuality> Parts, ImmutableArray<Proportion?> Whole, ImmutableArray<QualityMonth> Months, int Tests, int Passed)
{
    /// <summary>Cases of the months judged.</summary>
    public long Cases { get; init; }

    /// <summary>Of them, cases known for none of the parts.</summary>
    public long WithoutPart { get; init; }

    public required QualitySettings Settings { get; init; }
}
