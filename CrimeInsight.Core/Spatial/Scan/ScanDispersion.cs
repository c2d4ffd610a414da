namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>How cases vary around the expected, as replicas were made to.</summary>
/// <param name="VarianceRatio">Variance of a count of one place and period ÷ its mean, over all; 1 when cases are independent.</param>
/// <param name="Autocorrelation">Of what is beyond chance, from one period to the next at the same place; 0 when nothing is or there is one period.</param>
public sealed record ScanDispersion(double VarianceRatio, double Autocorrelation);
