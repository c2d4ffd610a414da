namespace CrimeInsight.Core.Forecasting;

/// <summary>A change made to the history the methods saw. Track records are always measured against what came.</summary>
/// <param name="Index">Of an unusual step: its place in the series. Of a shift: the first step after it.</param>
/// <param name="Was">Of an unusual step: its value. Of a shift: 0.</param>
/// <param name="Used">Of an unusual step: the value the methods saw. Of a shift: the effect, as a factor − 1 or in cases as the decomposition has it.</param>
public sealed record SeriesAdjustment(AdjustmentKind Kind, int Index, double Was, double Used);
