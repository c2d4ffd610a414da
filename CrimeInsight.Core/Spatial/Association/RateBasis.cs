using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>What cases were compared with.</summary>
/// <param name="Dispersion">φ of the variance e + φe² of a count with expectation e; 0: Poisson.</param>
/// <param name="Expected">Cases of each place if risk were equal everywhere.</param>
public sealed record RateBasis(double Dispersion, ImmutableArray<double> Expected);
