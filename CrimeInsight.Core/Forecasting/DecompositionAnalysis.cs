using System.Globalization;
using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// Takes the history of a forecast apart: trend, season, festivals of the area, known shifts, remainder; festivals by week
/// where the cases allow it, within a person's rights.
/// </summary>
public sealed class DecompositionAnalysis(IIncidentQueryRunner queries, IHolidayReader holidays)
{
    /// <summary>Mean cases of a week from which festivals are looked for by week: fewer are too skewed for the tests.</summary>
    private const double LeastPerWeek = 5;

    private const int DaysPerWeek = 7;

    /// <param name="scope">What was forecast; measures, dimensions, period, order and limit are not used.</param>
    /// <param name="forecast">Its history is taken apart.</param>
    /// <param name="stateCode">Whose festivals are looked for beside those of the whole country; null for an area across states.</param>
    public async Task<SeriesParts> RunAsync(IncidentQuery scope, Viewer viewer, MonthlyForecast forecast, string? stateCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var calendar = await holidays.GetAsync(cancellationToken).ConfigureAwait(false);
        var festivals = calendar.KeptIn(stateCode).Where(holiday => MainFestivals.Keys.Contains(holiday.Key)).DistinctBy(holiday => (holiday.Key, holiday.Day)).ToList();
        if (forecast.FirstMonth is not { } first)
            return new SeriesParts(new DecompositionImpossible(DecompositionObstacle.TooShort, 24, 0), null, [.. festivals]);
        var months = new SeriesCalendar(first, SeriesStep.Month, [.. festivals.Select(holiday => new Festival(holiday.Key, holiday.Day))], KnownShifts.Days);
        var outcome = await Task.Run(() => SeriesDecomposition.Run(forecast.History, months), cancellationToken).ConfigureAwait(false);
        var byWeek = outcome is DecompositionReport
            ? await WeeksAsync(scope, viewer, months, first.AddMonths(forecast.History.Length), cancellationToken).ConfigureAwait(false)
            : null;
        return new SeriesParts(outcome, byWeek, [.. festivals]);
    }

    private async Task<DecompositionReport?> WeeksAsync(IncidentQuery scope, Viewer viewer, SeriesCalendar months, DateOnly end, CancellationToken cancellationToken)
    {
        var monday = months.From.AddDays((DayOfWeek.Monday - months.From.DayOfWeek + DaysPerWeek) % DaysPerWeek);
        var weeks = new double[Math.Max(0, end.DayNumber - monday.DayNumber) / DaysPerWeek];
        if (weeks.Length == 0)
            return null;
        var query = scope with
        {
            Measures = [Measure.Count],
            Dimensions = [Dimension.Week],
            Period = new Period(monday, monday.AddDays(DaysPerWeek * weeks.Length)),
            Order = null,
            Limit = null,
        };
        var result = await queries.RunAsync(query, viewer, cancellationToken).ConfigureAwait(false);
        if (result.Rows.Any(row => row.IsSuppressed))
            return null;
        var calendar = months with { From = monday, Step = SeriesStep.Week };
        foreach (var row in result.Rows)
            weeks[calendar.IndexOf(DateOnly.ParseExact(row.Keys[0], "yyyy-MM-dd", CultureInfo.InvariantCulture))] = row.Values[0] ?? 0;
        return weeks.Average() < LeastPerWeek
            ? null
            : await Task.Run(() => SeriesDecomposition.Run(weeks, calendar) as DecompositionReport, cancellationToken).ConfigureAwait(false);
    }
}
