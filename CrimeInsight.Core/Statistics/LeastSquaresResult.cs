namespace CrimeInsight.Core.Statistics;

/// <summary>What an optimiser reached.</summary>
/// <param name="Value">At the point reached; infinite when the start was not defined.</param>
/// <param name="Steps">Moves made.</param>
internal readonly record struct LeastSquaresResult(double Value, int Steps, LeastSquaresExit Exit);
