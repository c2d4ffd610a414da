namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Size of an effect and how sure it is.</summary>
/// <param name="Effect">Factor − 1 (0.12 is 12 % more) when the decomposition is multiplicative, else in the unit of the values.</param>
/// <param name="Lower95">Lower end of its 95 % interval.</param>
/// <param name="Upper95">Upper end.</param>
/// <param name="P">Two-sided, Student's t; for a festival doubled, as the better of two windows is taken.</param>
/// <param name="AdjustedP">Holm over all festivals, or all shifts, that could be tested.</param>
public sealed record EffectEstimate(double Effect, double Lower95, double Upper95, double P, double AdjustedP);
