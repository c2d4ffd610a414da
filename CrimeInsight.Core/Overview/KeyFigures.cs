using System.Collections.Immutable;

namespace CrimeInsight.Core.Overview;

/// <summary>Headline figures of a scope. A null is not defined (no population, no decided cases) or suppressed.</summary>
/// <param name="IsSuppressed">The count is withheld to protect victims: shown as "&lt;5".</param>
/// <param name="ChangePrevious">Percent against the period of equal length just before.</param>
/// <param name="ChangeLastYear">Percent against the same period one year earlier.</param>
/// <param name="Monthly">Cases of each month of the period; a suppressed month is null.</param>
public sealed record KeyFigures(
    double? Count,
    bool IsSuppressed,
    double? RatePerLakh,
    double? ChangePrevious,
    double? ChangeLastYear,
    double? ChargesheetRate,
    double? ConvictionRate,
    ImmutableArray<double?> Monthly)
{
    /// <summary>Suppressed only because it would give a small figure away: shown as "withheld".</summary>
    public bool IsProtecting { get; init; }
}
