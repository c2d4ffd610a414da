namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>What a thread needs to draw replicas.</summary>
internal sealed record ReplicaRoom(int[] Counts, double[] Weights);
