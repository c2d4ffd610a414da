using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What the view at an address shows, computed for a file.</summary>
internal sealed class ForecastTableSource(
    ScopeResolver resolver,
    ForecastAnalysis analysis,
    DecompositionAnalysis decomposition,
    Answers<SeriesRequest, ForecastRanking> places,
    Answers<SeriesRequest, StoredForecast> series) : ITableSource
{
    public async Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (await resolver.ResolveAsync(ScopeCodes.Parse(address).ForPage(), cancellationToken) is not { } context)
            return null;
        var page = new ForecastPageState(context, ChoiceOf(address));
        if (page.HasNoRights || context.IsElsewhere || await TableAsync(page, cancellationToken) is not { } table)
            return null;
        var labelled = table with { Facts = [.. table.Facts, TableFacts.Data(context.Status.IsSynthetic)] };
        return TableExport.Of(context, "forecast", labelled, context.Status.AsOf?.AddDays(-1), address);
    }

    private static ForecastChoice ChoiceOf(string address)
    {
        var members = QueryHelpers.ParseQuery(address);
        return ForecastChoice.Parse(
            Member(ForecastChoice.MonthsName),
            Member(ForecastChoice.ModelName),
            Member(ForecastChoice.TabName),
            Member(ForecastChoice.AtName),
            Member(ForecastChoice.FestivalName),
            Member(ForecastChoice.FestivalMonthName));
        string? Member(string name) => members.TryGetValue(name, out var values) ? values[0] : null;
    }

    private async Task<FigureTable?> TableAsync(ForecastPageState page, CancellationToken cancellationToken)
    {
        if (page.Tab == ForecastTab.Places)
        {
            var answer = await PlaceRanking.AskAsync(places, page.Context, cancellationToken);
            return Places(page, answer.Report ?? new(NextFrom: null, [], IsWithheld: false, DataVersion: 0));
        }

        if (page.Tab == ForecastTab.Weeks)
        {
            return (await WeeksAsync(page.Context, cancellationToken)).Report is { Outcome: ForecastReport byWeek } weeks
                ? Of(page, byWeek, FanTables.Of(FanSeries.Of(weeks, weeks.History.Length)))
                : null;
        }

        var forecast = await analysis.RunAsync(
            page.Context.ByMonth(QueryAudience.Release),
            page.Context.Viewer,
            ForecastChoice.MostMonths,
            page.Choice.Model,
            cancellationToken,
            wantsPast: page.Tab == ForecastTab.Replay);
        if (forecast.Outcome is not ForecastReport report)
            return null;
        var table = page.Tab switch
        {
            ForecastTab.Replay => FanTables.Replay(ReplayFrame.All(forecast, 0, page.Choice.HorizonMonths)),
            ForecastTab.Record => ForecastTables.Record(report),
            ForecastTab.Parts or ForecastTab.Festival => await PartsAsync(page, forecast, cancellationToken),
            _ => FanTables.Of(FanSeries.Of(forecast, forecast.History.Length, page.Choice.HorizonMonths)),
        };
        return table is null ? null : Of(page, report, table);
    }

    private Task<Answer<SeriesRequest, StoredForecast>> WeeksAsync(Scope scope, CancellationToken cancellationToken) =>
        series.AskAsync(new(scope.Place!.Code, scope.Head.Code, SeriesStep.Week), scope.Viewer, progress: null, cancellationToken);

    private static FigureTable Of(ForecastPageState page, ForecastReport report, FigureTable table) =>
        table with
        {
            Facts = [TableFacts.Place(page.Context.Place?.Code), TableFacts.Head(page.Context.Head.Code), ForecastTables.Model(report)],
        };

    // What is stored is for the screen: places too small for a file are withheld in it.
    private static FigureTable Places(ForecastPageState page, ForecastRanking ranking)
    {
        var (jurisdictions, heads) = (page.Context.Reference.Jurisdictions, page.Context.Reference.Heads);
        var ranks = ranking.Ranks.Select(rank =>
            ProtectedHeads.IsWithheld(heads, page.Context.Head, jurisdictions.Find(rank.JurisdictionCode)!.Level, QueryAudience.Release)
            ? new ForecastRank(rank.JurisdictionCode, ForecastObstacle.Suppressed, null, null, null, null, null, null, null)
            : rank);
        return ForecastTables.Places(ranking, PlaceRanking.Order([.. ranks], PlaceOrder.Rising)) with { Facts = [TableFacts.Head(page.Context.Head.Code)] };
    }

    private async Task<FigureTable?> PartsAsync(ForecastPageState page, MonthlyForecast forecast, CancellationToken cancellationToken)
    {
        var parts = await decomposition.RunAsync(
            page.Context.ByMonth(QueryAudience.Release), page.Context.Viewer, forecast, page.StateCode, cancellationToken);
        if (parts.Outcome is not DecompositionReport found)
            return null;
        return page.Tab == ForecastTab.Parts ? ForecastTables.Parts(found) : ForecastTables.Festivals(parts);
    }
}
