using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>Central prediction intervals of one level.</summary>
/// <param name="LevelPercent">Share of futures meant to fall inside, in percent.</param>
/// <param name="Lower">One per step.</param>
/// <param name="Upper">One per step.</param>
public sealed record ForecastBand(double LevelPercent, ImmutableArray<double> Lower, ImmutableArray<double> Upper);
