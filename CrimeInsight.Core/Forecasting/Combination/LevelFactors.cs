using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Conformal factors of one interval level: the bounds are mean − lower·deviation and mean + upper·deviation.
/// </summary>
/// <param name="Lower">Per step; later steps take the last.</param>
/// <param name="Upper">Per step; later steps take the last.</param>
public sealed record LevelFactors(double LevelPercent, ImmutableArray<double> Lower, ImmutableArray<double> Upper);
