using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Smoothing windows of an STL decomposition, with R's defaults.</summary>
internal sealed record StlSettings
{
    private const double LineFactor = 1.5;

    /// <param name="seasonLength">Observations per season, at least 2.</param>
    /// <param name="seasonWindow">Seasons that count for one season's figure, odd and at least 7; null: all alike (periodic).</param>
    /// <param name="isRobust">Observations far from the fit lose weight, over 15 rounds.</param>
    public StlSettings(int seasonLength, int? seasonWindow, bool isRobust)
    {
        Guard.Between(seasonLength, 2, ForecastRequest.MostSeasonLength);
        if (seasonWindow is { } window && (window < 7 || window % 2 == 0))
            throw new ArgumentOutOfRangeException(nameof(seasonWindow), window, "seasonWindow must be odd and at least 7; null makes the season periodic.");
        SeasonLength = seasonLength;
        SeasonWindow = seasonWindow;
        (InnerLoops, OuterLoops) = isRobust ? (1, 15) : (2, 0);
    }

    public int SeasonLength { get; }

    public int? SeasonWindow { get; }

    public int LowPassWindow => NextOdd(SeasonLength);

    public int InnerLoops { get; init; }

    public int OuterLoops { get; init; }

    /// <summary>The window of the season for a series: so wide that all seasons weigh alike, when periodic.</summary>
    public int SeasonWindowFor(int length) => SeasonWindow ?? 10 * length + 1;

    public const int SeasonDegree = 0;

    /// <summary>Least odd number from 1.5·period / (1 − 1.5 / season window).</summary>
    public int TrendWindowFor(int length) => NextOdd(LineFactor * SeasonLength / (1 - LineFactor / SeasonWindowFor(length)));

    private static int NextOdd(double value)
    {
        var whole = (int)Math.Ceiling(value);
        return whole % 2 == 0 ? whole + 1 : whole;
    }
}
