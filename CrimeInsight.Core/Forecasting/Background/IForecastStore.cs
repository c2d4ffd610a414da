using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>Port: where forecasts are kept, as rows that places can be ranked and summed by (docs/adr/0012-runs-and-results.md).</summary>
public interface IForecastStore
{
    /// <param name="run">What this run learned; null: what is stored.</param>
    Task<ForecastCalibration?> FindCalibrationAsync(SeriesStep step, Guid? run, CancellationToken cancellationToken);

    /// <summary>Stores what was learned, and that the unit is done.</summary>
    Task StoreCalibrationAsync(RunClaim claim, SeriesStep step, long dataVersion, ForecastCalibration calibration, CancellationToken cancellationToken);

    /// <summary>Stores the forecasts of a set in the place of the older ones, and that the unit is done, in one transaction.</summary>
    Task StoreAsync(RunClaim claim, SeriesSet set, HistoryPanel panel, IReadOnlyList<ForecastResult> results, CancellationToken cancellationToken);

    /// <summary>Changes the forecasts this run stored of a set, head by head, and stores that the unit is done, in one transaction.</summary>
    /// <param name="reconcile">Given those of one head, the widest place first and every place before its parts; returns them, changed.</param>
    Task ChangeAsync(
        RunClaim claim, SeriesSet set, Func<IReadOnlyList<PlacedForecast>, ImmutableArray<ForecastReport>> reconcile, CancellationToken cancellationToken);
}
