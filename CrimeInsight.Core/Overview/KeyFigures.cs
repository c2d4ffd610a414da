using System.Collections.Immutable;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Overview;

/// <summary>Headline figures of a scope. A null is not defined (no population, no decided cases) or suppressed.</summary>
/// <param name="IsSuppressed">The count is withheld to protect victims: shown as "&lt;5".</param>
/// <param name="CountPrevious">Cases of the period of equal length just before.</param>
/// <param name="CountLastYear">Cases of the same period one year earlier.</param>
/// <param name="Chargesheeted">Cases with a charge sheet, of all that police disposed of.</param>
/// <param name="Convicted">Convictions, of all cases decided by courts.</param>
/// <param name="Course">Cases of each month of the period, or of each day where it is short and does not fall on months; a suppressed one is null.</param>
public sealed record KeyFigures(
    double? Count,
    bool IsSuppressed,
    double? RatePerLakh,
    double? CountPrevious,
    double? CountLastYear,
    Proportion? Chargesheeted,
    Proportion? Convicted,
    ImmutableArray<double?> Course)
{
    /// <summary>Suppressed only because it would give a small figure away: shown as "withheld".</summary>
    public bool IsProtecting { get; init; }

    /// <summary>What share of registered cases the figures are of; null: nobody asked.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>Cases that the figures do not count; null: none.</summary>
    public WithheldCases? Withheld { get; init; }
}
