namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>How far a forecast lies from a known figure.</summary>
/// <param name="Cases">Expected − known.</param>
/// <param name="Percent">The same in percent of the known figure; null when that is 0.</param>
/// <param name="ProbabilityOfMore">Probability, 0 … 1, that more cases than the known figure come.</param>
public sealed record ExpectedChange(double Cases, double? Percent, double ProbabilityOfMore);
