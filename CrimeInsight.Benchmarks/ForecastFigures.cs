using System.Globalization;

namespace CrimeInsight.Benchmarks;

/// <summary>The forecasting figures beside their targets.</summary>
internal sealed class ForecastFigures(FigureTable table, BenchmarkRequest request)
{
    private const int TimedSeries = 7500;
    private const int TimedMonths = 60;
    private const int TimedHorizon = 12;
    private const double SecondsBudget = 60;
    private const double MegabytesBudget = 1000;
    private const double RatioBudget = 100;
    private const double MsisTarget = 6.0;
    private const double CoverageTarget = 95;
    private const double CoverageTolerance = 1;
    private const int LeastSeriesOfBand = 30;
    private const double SmallCounts = 10;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var timed = ForecastPanel.Simulate(TimedSeries / 25, 25, TimedMonths, TimedHorizon, seed: 1);
        var (accuracy, speed) = ForecastBenchmark.Run(timed, cancellationToken);
        table.Add(
            Text($"automatic forecasts of {speed.Series} monthly series, 60 months each"),
            Text($"{speed.Seconds:0.0} s on two threads, {speed.CoreMillisecondsPerSeries:0.0} ms of a core a series"),
            Text($"≤ {SecondsBudget} s"),
            speed.Seconds <= SecondsBudget);
        table.Add("memory of the process at most", Text($"{speed.PeakMegabytes:0} MB"), Text($"≤ {MegabytesBudget} MB"),
            speed.PeakMegabytes <= MegabytesBudget);
        if (await ForecastBenchmark.SecondsOfRAsync(timed, cancellationToken) is { } seconds)
        {
            var ratio = 1000 * seconds / speed.CoreMillisecondsPerSeries;
            table.Add("R's ets, auto.arima and theta against auto, per series", Text($"{ratio:0} × ({seconds:0.00} s)"), Text($"≥ {RatioBudget} ×"),
                ratio >= RatioBudget);
        }
        else
            table.Note("No R with its package forecast: auto was not timed beside it.");
        Accuracy("simulated city counts, h = 12", accuracy);
        if (request.Panel is { } file)
            File(file, cancellationToken);
    }

    private void Accuracy(string name, ForecastAccuracy accuracy)
    {
        table.Add(Text($"{name}: MASE of auto beside the mean of the last year"),
            Text($"{accuracy.Mase:0.000} against {accuracy.RivalMase:0.000} ({accuracy.Series} series)"), "not worse", accuracy.Mase <= accuracy.RivalMase);
        Coverage(name, accuracy);
    }

    private void File(string file, CancellationToken cancellationToken)
    {
        var panel = ForecastPanel.Read(file, request.PanelHorizon);
        var (accuracy, speed) = ForecastBenchmark.Run(panel, cancellationToken);
        var (smape, mase) = ForecastBenchmark.PlainMean(panel, cancellationToken);
        var name = Path.GetFileName(file);
        table.Add(Text($"{name}: speed of auto"),
            Text($"{speed.Seconds:0.0} s on two threads, {speed.CoreMillisecondsPerSeries:0.0} ms of a core a series ({speed.Series} series)"), "no slower",
            null);
        table.Add(Text($"{name}: sMAPE of auto beside the plain mean of ets, ces, arima and dotm"), Text($"{accuracy.Smape:0.00} against {smape:0.00}"),
            "not worse", accuracy.Smape <= smape);
        table.Add(Text($"{name}: MASE of auto beside that mean"),
            Text($"{accuracy.Mase:0.000} against {mase:0.000}; mean of the last year {accuracy.RivalMase:0.000}"), "not worse", accuracy.Mase <= mase);
        table.Add(Text($"{name}: MSIS of 95 % intervals (M3 monthly target)"), Text($"{accuracy.Msis:0.00}"), Text($"≤ {MsisTarget}"),
            accuracy.Msis <= MsisTarget);
        Coverage(name, accuracy);
    }

    private void Coverage(string name, ForecastAccuracy accuracy)
    {
        // Small counts cover more than 95 %; with only those the whole is judged by its bands.
        table.Add(
            Text($"{name}: coverage of 95 % intervals"),
            Text($"{accuracy.Coverage:0.0} %"),
            Text($"{CoverageTarget} ± {CoverageTolerance} %"),
            Math.Abs(accuracy.Coverage - CoverageTarget) <= CoverageTolerance || accuracy.Bands.Any(band => band.Until <= SmallCounts));
        foreach (var band in accuracy.Bands.Where(band => band.Series >= LeastSeriesOfBand))
        {
            var (least, most) = band.Target;
            table.Add(
                double.IsPositiveInfinity(band.Until) ? Text($"{name}: coverage where {band.From} or more came a month of late")
                    : Text($"{name}: coverage where {band.From} to {band.Until} came a month of late"),
                Text($"{band.Percent:0.0} % ({band.Series} series)"),
                Text($"{least} to {most} %"),
                band.Percent >= least && band.Percent <= most);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
