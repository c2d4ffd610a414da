namespace CrimeInsight.Data.Import;

/// <summary>A stop rule is broken, and nobody has said why the rows are stored all the same.</summary>
internal sealed class BatchStoppedException(BatchResult result) : Exception("Too many rows are rejected.")
{
    /// <summary>What would have become of the rows.</summary>
    public BatchResult Result { get; } = result;
}
