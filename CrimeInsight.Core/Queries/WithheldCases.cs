using System.Collections.Immutable;

namespace CrimeInsight.Core.Queries;

/// <summary>Protected cases that a query counts but its rows do not hold. Rows and these together are the total.</summary>
/// <param name="Heads">Codes of the sensitive heads asked for. Where time, cells or victims are the reason, cases of every head may be among them.</param>
/// <param name="Cases">How many in the whole query; null when small, or when not even that may be said.</param>
/// <param name="IsSmall">There are one to four.</param>
public sealed record WithheldCases(WithheldReason Reason, ImmutableArray<string> Heads, double? Cases, bool IsSmall);
