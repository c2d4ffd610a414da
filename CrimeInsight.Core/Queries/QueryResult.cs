using System.Collections.Immutable;

namespace CrimeInsight.Core.Queries;

/// <summary>Rows of an <see cref="IncidentQuery"/>, with what a reader needs to defend them.</summary>
/// <param name="Query">The query as run: automatic choices (levels, the person's own jurisdictions) filled in.</param>
/// <param name="DataVersion">Version of the data that answered.</param>
/// <param name="Source">Table that answered: a rollup or the raw rows.</param>
/// <param name="IsTruncated">More rows exist than the limit.</param>
public sealed record QueryResult(
    IncidentQuery Query,
    ImmutableArray<QueryRow> Rows,
    long DataVersion,
    string Source,
    bool IsTruncated)
{
    /// <summary>Cases of protected heads that are not in the rows; null: nothing is missing from them.</summary>
    public WithheldCases? Withheld { get; init; }

    /// <summary>There are no cases: no row, and none withheld.</summary>
    public bool IsEmpty => Rows.IsEmpty && Withheld is null;
}
