using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Shared.Scope;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The series a scope stands for, by month, whatever the scope's period.</summary>
internal static class ForecastQuery
{
    /// <summary>Levels of the bands shown.</summary>
    public static ImmutableArray<double> LevelsPercent { get; } = [50, 80, 95];

    public static IncidentQuery Of(ScopeContext context) => new()
    {
        Measures = [Measure.Count],
        Dimensions = [Dimension.Month],
        Period = context.Period,
        Jurisdictions = context.Overview.JurisdictionCode is { } place ? [place] : [],
        Heads = context.Overview.HeadCode is { } head ? [head] : [],
    };
}
