using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Core.Forecasting;

/// <summary>Takes the history of a forecast apart: trend, season, festivals of the area, known shifts, remainder.</summary>
public sealed class DecompositionAnalysis(IHolidayReader holidays)
{
    /// <param name="forecast">Its history is taken apart.</param>
    /// <param name="stateCode">Whose festivals are looked for beside those of the whole country; null for an area across states.</param>
    public async Task<SeriesParts> RunAsync(MonthlyForecast forecast, string? stateCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var calendar = await holidays.GetAsync(cancellationToken).ConfigureAwait(false);
        var festivals = calendar.KeptIn(stateCode).Where(holiday => MainFestivals.Keys.Contains(holiday.Key)).DistinctBy(holiday => (holiday.Key, holiday.Day)).ToList();
        if (forecast.FirstMonth is not { } first)
            return new SeriesParts(new DecompositionImpossible(DecompositionObstacle.TooShort, 24, 0), [.. festivals]);
        var series = new SeriesCalendar(first, SeriesStep.Month, [.. festivals.Select(holiday => new Festival(holiday.Key, holiday.Day))], KnownShifts.Days);
        var outcome = await Task.Run(() => SeriesDecomposition.Run(forecast.History, series), cancellationToken).ConfigureAwait(false);
        return new SeriesParts(outcome, [.. festivals]);
    }
}
