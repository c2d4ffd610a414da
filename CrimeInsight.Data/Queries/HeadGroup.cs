using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Queries;

/// <summary>The crime heads one result row counts.</summary>
/// <param name="Head">The row's key; null when the query does not group by head.</param>
/// <param name="Leaves">What raw rows may hold.</param>
/// <param name="Counted">The fewest nodes with exactly these leaves: what rollup rows are summed.</param>
/// <param name="Sensitive">The fewest nodes with exactly the sensitive ones among the leaves.</param>
/// <param name="IsOneStepFromSensitive">
/// The leaves that are not sensitive are none or make up one node, whose figure anyone may ask for: one subtraction
/// from this group's figure would give the sensitive cases.
/// </param>
internal sealed record HeadGroup(
    CrimeHead? Head,
    ImmutableArray<short> Leaves,
    ImmutableArray<short> Counted,
    ImmutableArray<short> Sensitive,
    bool IsOneStepFromSensitive)
{
    /// <summary>All leaves are sensitive.</summary>
    public bool IsWhollySensitive { get; init; }

    /// <summary>Codes of the sensitive heads, as the taxonomy marks them.</summary>
    public ImmutableArray<string> Protected { get; init; } = [];
}
