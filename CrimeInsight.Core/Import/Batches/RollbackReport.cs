namespace CrimeInsight.Core.Import.Batches;

/// <summary>What rolling a batch back did.</summary>
/// <param name="Removed">Cases that came with it and are gone.</param>
/// <param name="Restored">Cases that are again what they were before it.</param>
/// <param name="Orphaned">
/// Rows of other batches that were duplicates of cases now gone. They are not brought back: import their files again.
/// </param>
public sealed record RollbackReport(long Removed, long Restored, long Orphaned, double Seconds);
