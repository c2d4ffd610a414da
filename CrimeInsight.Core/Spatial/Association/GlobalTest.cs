namespace CrimeInsight.Core.Spatial.Association;

/// <summary>A statistic of the whole map with its tests.</summary>
/// <param name="Value">Moran's I, Geary's C or Getis and Ord's G.</param>
/// <param name="Expectation">Under chance.</param>
/// <param name="Variance">Under chance, by <paramref name="Assumption"/>.</param>
/// <param name="Z">Above 0 where like values lie together: (value − expectation)/√variance, for Geary's C with the sign turned.</param>
/// <param name="PClustered">One-sided, upper tail of <paramref name="Z"/>, normal approximation; not corrected.</param>
/// <param name="PSimulated">One-sided in the same direction, by permutations of all values, the observed one counted; null without permutations.</param>
public sealed record GlobalTest(
    double Value, double Expectation, double Variance, double Z, GlobalAssumption Assumption, double PClustered, double? PSimulated);
