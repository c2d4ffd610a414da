using System.Collections.Immutable;

namespace CrimeInsight.Core.Queries;

/// <summary>
/// One group. Keys in the order of the query's dimensions, of the kind the catalogue says of each.
/// </summary>
/// <param name="Values">In the order of the query's measures; null when suppressed or not defined (zero denominator).</param>
/// <param name="IsSuppressed">Values withheld to protect victims: fewer than five cases, shown as "&lt;5", or <paramref name="IsProtecting"/>.</param>
/// <param name="IsProtecting">Suppressed only because it would give a small figure away: shown as "withheld", for it need not be small.</param>
public sealed record QueryRow(ImmutableArray<QueryKey> Keys, ImmutableArray<double?> Values, bool IsSuppressed, bool IsProtecting = false);
