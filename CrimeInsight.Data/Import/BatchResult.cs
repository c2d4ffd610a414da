using CrimeInsight.Core.Import;

namespace CrimeInsight.Data.Import;

/// <summary>What became of the rows of a batch.</summary>
/// <param name="Accepted">New incidents.</param>
/// <param name="Updated">Rows that changed a known case.</param>
/// <param name="Duplicates">Rows of cases already known, or that came earlier in the batch.</param>
/// <param name="Conflicts">Rows that contradict a case of the same reference; kept for somebody to decide.</param>
/// <param name="Rejected">Rows with at least one reason against them.</param>
/// <param name="EqualRows">Rows without a reference that equal one before them in the file: accepted or duplicates, as was asked.</param>
internal sealed record BatchResult(
    Guid BatchId, long Accepted, long Updated, long Duplicates, long Conflicts, long Rejected, long EqualRows)
{
    public long Rows => Accepted + Updated + Duplicates + Conflicts + Rejected;

    /// <summary>The stop rule that it breaks; what changes nothing breaks none.</summary>
    public StopRule? Stop => Accepted + Updated + Conflicts > 0 && StopRules.AreTooMany(Rejected, Rows) ? StopRule.Rejects : null;

    /// <summary>Of a dry run of a file.</summary>
    public Foretold Foretold { get; init; } = Foretold.Nothing;
}
