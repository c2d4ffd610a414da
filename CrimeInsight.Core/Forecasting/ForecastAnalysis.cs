using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// Forecasts the registered cases of a scope by month, within a person's rights, from all complete months in the data
/// (at most ten years) whatever the scope's own period.
/// </summary>
public sealed class ForecastAnalysis(IIncidentQueryRunner queries, IDataStatusReader status)
{
    /// <summary>Months of history used at most.</summary>
    public const int MostMonths = 120;

    /// <summary>Months from one season to the same next year.</summary>
    private const int MonthsPerYear = 12;

    /// <param name="scope">Its filters are kept; measures, dimensions, period, order and limit are not used.</param>
    /// <param name="horizonMonths">1 … <see cref="ForecastRequest.MostHorizon"/>.</param>
    /// <param name="model">Null: the method with the least past error.</param>
    /// <param name="levelsPercent">Levels of the intervals; null: 80 and 95.</param>
    public async Task<MonthlyForecast> RunAsync(IncidentQuery scope, Viewer viewer, int horizonMonths, ForecastModel? model, CancellationToken cancellationToken, IReadOnlyList<double>? levelsPercent = null)
    {
        var state = await status.GetAsync(cancellationToken).ConfigureAwait(false);
        if (state is not { FirstMonth: { } first, AsOf: { } asOf } || asOf <= first)
            return new MonthlyForecast(null, [], new ForecastImpossible(ForecastObstacle.TooShort, 2 * MonthsPerYear, 0), state.Version);
        var all = new Period(first, asOf);
        var period = all.Months > MostMonths ? Period.LastMonths(asOf, MostMonths) : all;
        var query = scope with { Measures = [Measure.Count], Dimensions = [Dimension.Month], Period = period, Order = null, Limit = null };
        var result = await queries.RunAsync(query, viewer, cancellationToken).ConfigureAwait(false);
        var history = ByMonth(result.Rows, period);
        var outcome = result.Rows.Any(row => row.IsSuppressed)
            ? new ForecastImpossible(ForecastObstacle.Suppressed, 2 * MonthsPerYear, history.Length)
            : await Task.Run(() => Forecaster.Run(new ForecastRequest(history, horizonMonths, levelsPercent: levelsPercent, model: model)), cancellationToken).ConfigureAwait(false);
        return new MonthlyForecast(period.From, history, outcome, result.DataVersion);
    }

    private static ImmutableArray<double> ByMonth(ImmutableArray<QueryRow> rows, Period period)
    {
        var counts = new double[period.Months];
        foreach (var row in rows)
        {
            var month = DateOnly.ParseExact(row.Keys[0], "yyyy-MM", CultureInfo.InvariantCulture);
            counts[(month.Year - period.From.Year) * MonthsPerYear + month.Month - period.From.Month] = row.Values[0] ?? 0;
        }

        return [.. counts];
    }
}
