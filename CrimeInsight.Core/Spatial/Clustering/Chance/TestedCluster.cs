namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>A cluster beside what chance would put there.</summary>
/// <param name="Label">Its number.</param>
/// <param name="Cases">Within reach of its core points.</param>
/// <param name="Population">Of all that could have been cases, there; the cases among them.</param>
/// <param name="Expected">Cases if they were drawn from the population by chance.</param>
/// <param name="LogLikelihoodRatio">Of more cases inside than outside; 0 when there are not more.</param>
/// <param name="P">One-sided, corrected for every place, size and shape a cluster could have had.</param>
public sealed record TestedCluster(int Label, int Cases, int Population, double Expected, double LogLikelihoodRatio, double P);
