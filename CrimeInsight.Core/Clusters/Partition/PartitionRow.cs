namespace CrimeInsight.Core.Clusters.Partition;

/// <summary>A point as ML.NET reads it.</summary>
internal sealed class PartitionRow
{
    /// <summary>Kilometres from the middle of all points: single precision holds them to the centimetre.</summary>
    public float[] Place { get; set; } = [];
}
