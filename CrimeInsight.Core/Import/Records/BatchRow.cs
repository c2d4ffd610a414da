namespace CrimeInsight.Core.Import.Records;

/// <summary>Where a case came from.</summary>
/// <param name="BatchNumber">Number of the batch.</param>
/// <param name="FileName">Null when the person may not see the batch, or it is not there any more.</param>
/// <param name="Row">As a spreadsheet counts.</param>
public sealed record BatchRow(int BatchNumber, string? FileName, long Row)
{
    /// <summary>Of the id of a case.</summary>
    public static BatchRow Of(long caseId, string? fileName) => new((int)(caseId >> 32), fileName, caseId & uint.MaxValue);
}
