namespace CrimeInsight.Core.Import.Foresight;

/// <summary>What is told of a value of a row. A row may have several, in different columns.</summary>
/// <param name="Row">As a spreadsheet counts.</param>
/// <param name="Column">Of the file where it was read from one, else the canonical column; empty when the row as a whole is meant.</param>
/// <param name="Value">As the row has it, shortened; null when absent or withheld.</param>
/// <param name="Reason">
/// Name of a reason against rows or of a warning, or one of <see cref="ReasonNames"/>.
/// </param>
/// <param name="Fix">What it was taken for, or may have meant; null when there is nothing to say.</param>
public sealed record OutcomeRow(OutcomeKind Kind, long Row, string Column, string? Value, string Reason, string? Fix = null)
{
    /// <summary>What is known of the case; null when nothing, or it is withheld.</summary>
    public string? Stored { get; init; }

    /// <summary>Number of the batch that the case came with; null when it is a row before it in the file.</summary>
    public int? TwinBatch { get; init; }

    /// <summary>The row that the case came from; null when it is about none.</summary>
    public long? TwinRow { get; init; }

    /// <summary>Reasons that are neither of rejects nor of warnings.</summary>
    public static class ReasonNames
    {
        public const string Corrected = "Corrected", EqualsKnown = "EqualsKnown", EqualsEarlier = "EqualsEarlier", Changes = "Changes",
            Contradicts = "Contradicts", NotAskedToUpdate = "NotAskedToUpdate";
    }
}
