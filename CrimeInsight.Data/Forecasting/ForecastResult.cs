using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Data.Forecasting;

/// <summary>A series with what came of it.</summary>
/// <param name="VolumeBand">Band of the calibration; null when there is none.</param>
internal sealed record ForecastResult(SeriesHistory Series, ForecastOutcome Outcome, int? VolumeBand);
