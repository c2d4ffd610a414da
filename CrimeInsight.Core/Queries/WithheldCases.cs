using System.Collections.Immutable;

namespace CrimeInsight.Core.Queries;

/// <summary>Cases of protected heads that a query counts but its rows do not hold. Rows and these together are the total.</summary>
/// <param name="Heads">Codes of the protected heads.</param>
/// <param name="Cases">How many in the whole query; null when small, or when not even that may be said.</param>
/// <param name="IsSmall">There are one to four.</param>
public sealed record WithheldCases(WithheldReason Reason, ImmutableArray<string> Heads, double? Cases, bool IsSmall);
