using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Computes what a view shows and writes it as a file.</summary>
public sealed class ForecastExport(ForecastAnalysis analysis, DecompositionAnalysis decomposition, IStoredForecastReader stored, ForecastCsv csv)
{
    /// <summary>Null when there is nothing to write.</summary>
    public async Task<CsvDocument?> WriteAsync(ForecastPageState page, CancellationToken cancellationToken)
    {
        if (page.Tab == ForecastTab.Places)
            return csv.Places(page, ForRelease(page, await PlaceRanking.ReadAsync(stored, page.Context, cancellationToken)));
        if (page.Tab == ForecastTab.Weeks)
            return await WeeksAsync(page.Context, cancellationToken) is { Outcome: ForecastReport byWeek } weeks ? csv.Weeks(page, weeks, byWeek) : null;
        var forecast = await analysis.RunAsync(
            page.Context.ByMonth(QueryAudience.Release), page.Context.Viewer, ForecastChoice.MostMonths, page.Choice.Model, cancellationToken, wantsPast: page.Tab == ForecastTab.Replay);
        if (forecast.Outcome is not ForecastReport report)
            return null;
        return page.Tab switch
        {
            ForecastTab.Replay => csv.Replay(page, forecast, report),
            ForecastTab.Record => csv.Record(page, report),
            ForecastTab.Parts or ForecastTab.Festival => await PartsAsync(page, forecast, report, cancellationToken),
            _ => csv.Outlook(page, forecast, report),
        };
    }

    private Task<StoredForecast?> WeeksAsync(Scope scope, CancellationToken cancellationToken) =>
        stored.FindAsync(scope.Place!.Code, scope.Head.Code, SeriesStep.Week, scope.Viewer, cancellationToken);

    // What is stored is for the screen: places too small for a file are withheld in it.
    private static ForecastRanking ForRelease(ForecastPageState page, ForecastRanking ranking)
    {
        var (jurisdictions, heads) = (page.Context.Reference.Jurisdictions, page.Context.Reference.Heads);
        return ranking with
        {
            Ranks = [.. ranking.Ranks.Select(rank => ProtectedHeads.IsWithheld(heads, page.Context.Head, jurisdictions.Find(rank.JurisdictionCode)!.Level, QueryAudience.Release)
                ? new ForecastRank(rank.JurisdictionCode, ForecastObstacle.Suppressed, null, null, null, null, null, null, null)
                : rank)],
        };
    }

    private async Task<CsvDocument?> PartsAsync(ForecastPageState page, MonthlyForecast forecast, ForecastReport report, CancellationToken cancellationToken)
    {
        var parts = await decomposition.RunAsync(page.Context.ByMonth(QueryAudience.Release), page.Context.Viewer, forecast, page.StateCode, cancellationToken);
        if (parts.Outcome is not DecompositionReport found)
            return null;
        return page.Tab == ForecastTab.Parts ? csv.Parts(page, report, found) : csv.Festivals(page, report, parts);
    }
}
