using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Weights and interval factors of one band of volume.</summary>
/// <param name="FromVolume">Least mean of the last two seasons, inclusive.</param>
/// <param name="SeriesCount">Series of the panel in this band; 0: the band takes what was known before.</param>
/// <param name="Weights">Shares of the methods in the combined forecast.</param>
/// <param name="Levels">Interval factors, ascending by level.</param>
public sealed record BandCalibration(double FromVolume, int SeriesCount, ImmutableArray<MemberWeight> Weights, ImmutableArray<LevelFactors> Levels)
{
    /// <summary>Mean |what came − mean| / deviation in the band: a series that misses more gets wider intervals, one that misses less narrower ones.</summary>
    public double UsualMiss { get; init; } = VolumeBands.PriorMiss;

    /// <summary>The combination against the best plain rule; null when too few series were seen.</summary>
    public PlainComparison? Plain { get; init; }

    /// <summary>Interval factors of that rule, where it is the better one; empty otherwise.</summary>
    public ImmutableArray<LevelFactors> PlainLevels { get; init; } = [];
}
