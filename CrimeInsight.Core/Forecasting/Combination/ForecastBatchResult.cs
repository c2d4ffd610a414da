using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Forecasts of a panel, and what the panel taught.</summary>
/// <param name="Outcomes">In the order of the requests.</param>
public sealed record ForecastBatchResult(ImmutableArray<ForecastOutcome> Outcomes, ForecastCalibration Calibration);
