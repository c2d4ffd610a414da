using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Maps;

/// <summary>The figures of one area. A null is not defined (no population, nothing to compare with) or withheld.</summary>
/// <param name="Cases">Registered cases; 0 when the area has none.</param>
/// <param name="RatePerLakh">Cases per 100,000 residents and year.</param>
/// <param name="CasesLastYear">Cases of the same period one year earlier.</param>
/// <param name="IsSuppressed">Withheld to protect victims: shown as "&lt;5", or <paramref name="IsProtecting"/>.</param>
/// <param name="IsProtecting">Suppressed only because it would give a small figure away: shown as "withheld".</param>
public sealed record AreaFigure(
    Jurisdiction Area, double? Cases, double? RatePerLakh, double? CasesLastYear, bool IsSuppressed, bool IsProtecting = false)
{
    /// <summary>Change against a year earlier in percent; null when it is not known, or there are too few cases to tell it.</summary>
    public double? ChangeLastYear => Cases is { } cases && CasesLastYear is { } before ? new CountPair(before, cases).Percent : null;
}
