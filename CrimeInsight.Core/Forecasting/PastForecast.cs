using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>What would have been said at an earlier moment, knowing only what came before.</summary>
/// <param name="HistoryLength">Values known then; the first step is the value at this index.</param>
/// <param name="Mean">One per step.</param>
/// <param name="Bands">One per level, ascending.</param>
public sealed record PastForecast(int HistoryLength, ImmutableArray<double> Mean, ImmutableArray<ForecastBand> Bands);
