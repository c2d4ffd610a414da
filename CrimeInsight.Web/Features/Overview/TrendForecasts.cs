using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Shared.Scope;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>
/// The forecast of a scope: the stored one where there is one for the present data, else computed now. A withheld one is
/// asked for again, for its history: the months that are not withheld are shown.
/// </summary>
public sealed class TrendForecasts(ForecastAnalysis analysis, IStoredForecastReader stored)
{
    private static readonly double[] s_levels = [80, 95];

    /// <param name="scope">The same scope as a query.</param>
    public async Task<MonthlyForecast> FindAsync(ScopeContext context, IncidentQuery scope, int horizonMonths, CancellationToken cancellationToken)
    {
        if (context.Place is { } place
            && await stored.FindAsync(place.Code, context.Head.Code, SeriesStep.Month, context.Viewer, cancellationToken) is { Outcome: ForecastReport } known
            && known.DataVersion == context.Status.Version)
            return known.Shortened(horizonMonths, s_levels);
        return await analysis.RunAsync(scope, context.Viewer, horizonMonths, model: null, cancellationToken);
    }
}
