using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// How every method did when it was asked at earlier moments (origins) of the same series, knowing only what came
/// before each.
/// </summary>
/// <param name="Origins">Moments asked: 12 when the series is long enough, else as many as there are; 0: too short for any.</param>
/// <param name="FirstHistoryLength">Observations known at the first origin.</param>
/// <param name="MostSteps">Steps forecast at each origin; fewer at those whose future is not known that far.</param>
/// <param name="ForecastCount">Forecasts compared with what came, per method.</param>
/// <param name="Methods">Least RMSSE first (least mean absolute error where it is not defined).</param>
public sealed record TrackRecord(int Origins, int FirstHistoryLength, int MostSteps, int ForecastCount, ImmutableArray<MethodRecord> Methods);
