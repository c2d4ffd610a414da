namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>A cell held against times that were permuted within spans only, so that every place keeps its own trend and season.</summary>
/// <param name="Expected">Exact mean of the pairs over all such permutations.</param>
/// <param name="Ratio">Observed ÷ expected; null when none are expected.</param>
/// <param name="RatioLower">95 % interval, as in <see cref="KnoxCell"/>.</param>
/// <param name="RatioUpper">Likewise.</param>
/// <param name="P">Upper tail, as in <see cref="KnoxCell"/>.</param>
public sealed record KnoxTrend(double Expected, double? Ratio, double? RatioLower, double? RatioUpper, double P);
