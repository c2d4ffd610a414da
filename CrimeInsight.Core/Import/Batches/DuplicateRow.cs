using CrimeInsight.Core.Import.Records;

namespace CrimeInsight.Core.Import.Batches;

/// <summary>A row that equals a case.</summary>
/// <param name="Row">As a spreadsheet counts.</param>
/// <param name="Twin">The row that the case came from, of this batch or an earlier one.</param>
/// <param name="CaseNumber">Null when it has none, or the person may not see the case.</param>
public sealed record DuplicateRow(long Row, BatchRow Twin, string? CaseNumber);
