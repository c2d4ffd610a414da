namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>A step from which the level is another, found by searching the series.</summary>
/// <param name="Index">The first step of the new level.</param>
/// <param name="Coefficient">On the scale of the effects.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="P">Bonferroni over all steps it was looked for at.</param>
internal sealed record LevelBreak(int Index, double Coefficient, double Error, double P);
