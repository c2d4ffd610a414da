using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Quality;

/// <summary>How complete and plausible the records of a place are.</summary>
/// <param name="Shares">By <see cref="QualityGap"/>; null where too few cases can be judged.</param>
/// <param name="Gaps">Where it is clearly worse than the other places together, by a test that has passed its correction.</param>
/// <param name="Breaks">Months that do not fit, likewise.</param>
public sealed record PartQuality(
    Jurisdiction Place, long Cases, ImmutableArray<Proportion?> Shares, ImmutableArray<QualityGap> Gaps, ImmutableArray<MonthBreak> Breaks)
{
    /// <summary>Names of those to call, the nearest first.</summary>
    public ImmutableArray<string> Contacts { get; init; } = [];

    public int Findings => Gaps.Length + Breaks.Length;
}
