using System.Collections.Immutable;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Forecasting.Analysis;

/// <summary>
/// Takes the history of a forecast apart: trend, season, festivals of the area, known shifts, remainder; festivals by day
/// where the cases allow it, within a person's rights.
/// </summary>
public sealed class DecompositionAnalysis(IIncidentQueryRunner queries, IHolidayReader holidays)
{
    /// <param name="scope">What was forecast; measures, dimensions, period, order and limit are not used.</param>
    /// <param name="forecast">Its history is taken apart.</param>
    /// <param name="stateCode">Whose festivals are looked for beside those of the whole country; null for an area across states.</param>
    public async Task<SeriesParts> RunAsync(
        IncidentQuery scope, Viewer viewer, MonthlyForecast forecast, string? stateCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var calendar = await holidays.GetAsync(cancellationToken).ConfigureAwait(false);
        var festivals = calendar.KeptIn(stateCode).Where(holiday => MainFestivals.Keys.Contains(holiday.Key)).DistinctBy(holiday => (holiday.Key, holiday.Day))
            .ToList();
        if (forecast.FirstMonth is not { } first)
            return new SeriesParts(new DecompositionImpossible(DecompositionObstacle.TooShort, 24, 0), null, [.. festivals]);
        var months = new SeriesCalendar(first, SeriesStep.Month, [.. festivals.Select(holiday => new Festival(holiday.Key, holiday.Day))], KnownShifts.Days);
        var outcome = await Task.Run(() => SeriesDecomposition.Run(forecast.History, months), cancellationToken).ConfigureAwait(false);
        if (outcome is not DecompositionReport report)
            return new SeriesParts(outcome, null, [.. festivals]);
        var byDay = await ByDayAsync(scope, viewer, new Period(first, first.AddMonths(forecast.History.Length)), months.Festivals, cancellationToken)
            .ConfigureAwait(false);
        return new SeriesParts(outcome, byDay ?? new FestivalEffects(report.FestivalFindings, IsByDay: false, report.IsMultiplicative), [.. festivals]);
    }

    /// <summary>Null when days are withheld, too few or hardly have cases.</summary>
    private async Task<FestivalEffects?> ByDayAsync(
        IncidentQuery scope, Viewer viewer, Period period, ImmutableArray<Festival> festivals, CancellationToken cancellationToken)
    {
        var query = scope with { Measures = [Measure.Count], Dimensions = [Dimension.Day], Period = period, Order = null, Limit = null };
        var result = await queries.RunAsync(query, viewer, cancellationToken).ConfigureAwait(false);
        if (result.Rows.IsEmpty || result.Rows.Any(row => row.IsSuppressed))
            return null;
        var days = new double[period.Until.DayNumber - period.From.DayNumber];
        foreach (var row in result.Rows)
            days[row.Keys[0].Day.DayNumber - period.From.DayNumber] = row.Values[0] ?? 0;
        var found = await Task.Run(() => DailyFestivals.Find(period.From, days, festivals, cancellationToken), cancellationToken).ConfigureAwait(false);
        return found is { } findings ? new FestivalEffects(findings, IsByDay: true, IsFactor: true) { IsWithoutProtected = result.Withheld is not null } : null;
    }
}
