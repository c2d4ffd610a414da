using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Maps;

/// <summary>The figures of one area. A null is not defined (no population, nothing to compare with) or withheld.</summary>
/// <param name="Cases">Registered cases; 0 when the area has none.</param>
/// <param name="RatePerLakh">Cases per 100,000 residents and year.</param>
/// <param name="ChangeLastYear">Percent against the same period one year earlier.</param>
/// <param name="IsSuppressed">Withheld to protect victims: shown as "&lt;5", or <paramref name="IsProtecting"/>.</param>
/// <param name="IsProtecting">Suppressed only because it would give a small figure away: shown as "withheld".</param>
public sealed record AreaFigure(
    Jurisdiction Area, double? Cases, double? RatePerLakh, double? ChangeLastYear, bool IsSuppressed, bool IsProtecting = false)
{
    /// <summary>With fewer cases than this in both years together one standard error of the change, 2/√n, is above 28 %.</summary>
    public const int LeastComparedCases = 50;

    /// <summary>Cases of the same period a year earlier, from the change; null when there is none.</summary>
    public double? CasesLastYear => Cases is { } cases && ChangeLastYear is { } change && change > -100 ? cases / (1 + change / 100) : null;

    /// <summary>There are enough cases in both years together for the change to mean something.</summary>
    public bool IsComparable => ChangeLastYear is -100 || Cases + CasesLastYear >= LeastComparedCases;
}
