namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>Clusters measured against a population, by number.</summary>
/// <param name="Cases">Within reach of the core points of each cluster.</param>
/// <param name="Population">There.</param>
/// <param name="Ratios">Log likelihood ratios.</param>
internal sealed record Measured(int[] Cases, int[] Population, double[] Ratios);
