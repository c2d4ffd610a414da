using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>What the global model says of one series.</summary>
/// <param name="AtOrigins">One per origin asked for, in that order.</param>
/// <param name="Final">After the last value.</param>
internal sealed record BoostingRun(ImmutableArray<MethodForecast> AtOrigins, MethodForecast Final);
