namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>A step far from what everything else explains.</summary>
/// <param name="Index">Place in the series, from 0.</param>
/// <param name="Expected">What the other steps suggest for it.</param>
/// <param name="P">Two-sided, Bonferroni over all steps.</param>
public sealed record UnusualStep(int Index, double Value, double Expected, double P);
