namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>One jurisdiction of a ranking by what is expected next.</summary>
/// <param name="JurisdictionCode">Code of the jurisdiction.</param>
/// <param name="Obstacle">Why there is no forecast; null when there is one. Without one every figure is null.</param>
/// <param name="Expected">Mean of the next month or week.</param>
/// <param name="Lower">Lower end of its 80 % interval.</param>
/// <param name="Upper">Upper end of its 80 % interval.</param>
/// <param name="LastYear">Cases of the same month or week a year before; null when unknown or withheld.</param>
/// <param name="RecentMean">Mean of the last twelve months (52 weeks); null when withheld.</param>
/// <param name="AgainstLastYear">Expected change against <paramref name="LastYear"/>.</param>
/// <param name="AgainstRecentMean">Expected change against <paramref name="RecentMean"/>.</param>
public sealed record ForecastRank(
    string JurisdictionCode,
    ForecastObstacle? Obstacle,
    double? Expected,
    double? Lower,
    double? Upper,
    double? LastYear,
    double? RecentMean,
    ExpectedChange? AgainstLastYear,
    ExpectedChange? AgainstRecentMean);
