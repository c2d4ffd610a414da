using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Shared.Scope;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The series a scope stands for, by month, whatever the scope's period.</summary>
internal static class ForecastQuery
{
    /// <summary>The longest horizon whatever is shown of it: changing it computes nothing anew, and figures stay the same.</summary>
    public static Task<MonthlyForecast> RunAsync(ForecastAnalysis analysis, ForecastPageState page, CancellationToken cancellationToken, QueryAudience audience = QueryAudience.Screen) =>
        analysis.RunAsync(Of(page.Context, audience), page.Context.Viewer, ForecastChoice.MostMonths, page.Choice.Model, cancellationToken, wantsPast: page.Tab == ForecastTab.Replay);

    /// <summary>What is stored by week of the place and head; null when there is nothing.</summary>
    public static Task<StoredForecast?> WeeksAsync(IStoredForecastReader forecasts, ForecastPageState page, CancellationToken cancellationToken) =>
        forecasts.FindAsync(page.Context.Place!.Code, page.Context.Head.Code, SeriesStep.Week, page.Context.Viewer, cancellationToken);

    public static IncidentQuery Of(ScopeContext context, QueryAudience audience = QueryAudience.Screen) => new()
    {
        Measures = [Measure.Count],
        Dimensions = [Dimension.Month],
        Period = context.Period,
        Jurisdictions = context.Overview.JurisdictionCode is { } place ? [place] : [],
        Heads = context.Overview.HeadCode is { } head ? [head] : [],
        Audience = audience,
    };
}
