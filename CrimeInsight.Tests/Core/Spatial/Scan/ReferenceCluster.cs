namespace CrimeInsight.Tests.Core.Spatial.Scan;

/// <summary>A cluster another program found; ids in ordinal order.</summary>
internal sealed record ReferenceCluster(string[] Ids, int Cases, double Expected, double RelativeRisk, double LogLikelihoodRatio, double P);
