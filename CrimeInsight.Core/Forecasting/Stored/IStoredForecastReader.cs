using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>
/// Port: forecasts computed in the background, within a person's rights. By month for every jurisdiction down to the
/// station (below the district for all heads together and the main groups), by week for districts and the main groups;
/// 12 months or 13 weeks ahead.
/// </summary>
public interface IStoredForecastReader
{
    /// <summary>One forecast; null when none is stored for the series, or the person may not see the jurisdiction.</summary>
    Task<StoredForecast?> FindAsync(string jurisdictionCode, string headCode, SeriesStep step, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>The parts of a jurisdiction by what is expected next; no ranks when nothing is stored or the person may not see it.</summary>
    Task<ForecastRanking> RankAsync(string jurisdictionCode, string headCode, SeriesStep step, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>How far the monthly forecasts within a jurisdiction (null: all the person may see) were off, by level and band of volume.</summary>
    Task<ImmutableArray<LevelAccuracy>> AccuracyAsync(string? jurisdictionCode, string headCode, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>What the last run learned from all series, for forecasts computed while someone waits; null before the first.</summary>
    Task<ForecastCalibration?> FindCalibrationAsync(SeriesStep step, CancellationToken cancellationToken);
}
