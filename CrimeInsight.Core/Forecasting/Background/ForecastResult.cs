namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>A series with what came of it.</summary>
/// <param name="VolumeBand">Band of the calibration; null when there is none.</param>
public sealed record ForecastResult(SeriesHistory Series, ForecastOutcome Outcome, int? VolumeBand);
