namespace CrimeInsight.Data.Import;

/// <summary>A reason against a row. A row may have several, in different columns.</summary>
/// <param name="RowNumber">Line-independent number of the record in the file; the first after the header is 1.</param>
/// <param name="Column">Name in the file; empty when the row as a whole is at fault.</param>
/// <param name="Value">As found, shortened; null when absent or withheld (the place or the words of a case that may be sensitive).</param>
internal sealed record RowReject(long RowNumber, string Column, string? Value, RejectReason Reason);
