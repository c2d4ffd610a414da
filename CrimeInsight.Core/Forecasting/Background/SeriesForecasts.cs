using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>Forecasts the series of a panel at once. Withheld ones are not touched: a forecast would tell of their counts.</summary>
public static class SeriesForecasts
{
    public const int HorizonMonths = 12;
    public const int HorizonWeeks = 13;

    private const int MonthsPerYear = 12;
    private const int WeeksPerYear = 52;
    private const int RecentSeasons = 2;

    private static readonly double[] s_levels = [50, 80, 95];

    public static ForecastRequest RequestOf(IEnumerable<double> values, DateOnly from, SeriesStep step, ImmutableArray<Festival> festivals)
    {
        var calendar = new SeriesCalendar(from, step, festivals, KnownShifts.Days);
        return new ForecastRequest(values, step == SeriesStep.Month ? HorizonMonths : HorizonWeeks, SeasonOf(step), s_levels, calendar: calendar);
    }

    /// <param name="done">Told the number of series done so far, from any thread.</param>
    public static IReadOnlyList<ForecastResult> Run(
        HistoryPanel panel,
        ImmutableArray<Festival> festivals,
        ForecastCalibration calibration,
        IProgress<int> done,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(calibration);
        var open = panel.Series.Where(series => !series.IsWithheld).ToList();
        var requests = RequestsOf(panel, open, festivals);
        var outcomes = ForecastBatch.Run(requests, calibration, done, threads, cancellationToken).Outcomes;
        var withheld = panel.Series.Where(series => series.IsWithheld).Select(series => new ForecastResult(
            series, new ForecastImpossible(ForecastObstacle.Suppressed, 2 * SeasonOf(panel.Step), series.Counts.Length), null));
        return [.. open.Zip(outcomes, (series, outcome) => new ForecastResult(series, outcome, BandOf(series, panel.Step, calibration, outcome))), .. withheld];
    }

    /// <summary>What the series of a panel teach.</summary>
    public static ForecastCalibration Learn(HistoryPanel panel, IProgress<int> done, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return ForecastBatch.Run(RequestsOf(panel, panel.Series, []), known: null, done, threads, cancellationToken).Calibration;
    }

    private static ForecastRequest[] RequestsOf(HistoryPanel panel, IReadOnlyList<SeriesHistory> series, ImmutableArray<Festival> festivals) =>
        [.. series.Select(item => RequestOf(item.Counts.Select(count => (double)count), panel.From, panel.Step, festivals))];

    private static int SeasonOf(SeriesStep step) => step == SeriesStep.Month ? MonthsPerYear : WeeksPerYear;

    private static int? BandOf(SeriesHistory series, SeriesStep step, ForecastCalibration calibration, ForecastOutcome outcome)
    {
        if (outcome is not ForecastReport || calibration.Bands.IsEmpty)
            return null;
        var recent = series.Counts.AsSpan(Math.Max(0, series.Counts.Length - RecentSeasons * SeasonOf(step)));
        var sum = 0.0;
        foreach (var count in recent)
            sum += count;
        return calibration.Bands.IndexOf(calibration.BandOf(sum / recent.Length));
    }
}
