namespace CrimeInsight.Core.Import;

/// <summary>A reason against a row. A row may have several, in different columns.</summary>
/// <param name="Row">As a spreadsheet counts: the header is row 1, blank rows count, a row may stand on several lines.</param>
/// <param name="Line">Line of the file on which the row begins, from 1.</param>
/// <param name="Column">Name in the file; empty when the row as a whole is at fault.</param>
/// <param name="Value">As found, shortened; null when absent or withheld (the place, time of day, words or value of a case that may be protected).</param>
/// <param name="Suggestion">What may have been meant; null when nothing is near.</param>
public sealed record RejectedCell(long Row, long Line, string Column, string? Value, RejectReason Reason, string? Suggestion = null);
