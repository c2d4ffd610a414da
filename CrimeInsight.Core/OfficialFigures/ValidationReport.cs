using System.Collections.Immutable;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>Our figures beside official ones, the largest differences first.</summary>
/// <param name="Years">Years that can be chosen, newest first.</param>
/// <param name="Chosen">The year shown; null: all of them.</param>
/// <param name="National">Official sums of the states against the printed national totals.</param>
/// <param name="DesignShare">Share of registered cases that the data hold by design; null: all.</param>
public sealed record ValidationReport(
    ImmutableArray<ValidationRow> Rows, ImmutableArray<int> Years, int? Chosen, ImmutableArray<NationalSum> National, double? DesignShare)
{
    /// <summary>How many rows have a status.</summary>
    public int Count(ValidationStatus status) => Rows.Count(row => row.Status == status);
}
