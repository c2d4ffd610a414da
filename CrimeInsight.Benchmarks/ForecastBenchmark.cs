using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Benchmarks;

/// <summary>Automatic forecasts of a panel: how fast, how accurate, and beside R where it is installed.</summary>
internal static class ForecastBenchmark
{
    private const int Season = 12;
    private const int Threads = 2;
    private const int SeriesForR = 6;
    private const double Level = 95;

    /// <param name="Seconds">From the histories to the reports, on two threads.</param>
    /// <param name="CoreMillisecondsPerSeries">Processor time.</param>
    /// <param name="PeakMegabytes">Memory of the process at its most.</param>
    internal sealed record Speed(int Series, double Seconds, double CoreMillisecondsPerSeries, double PeakMegabytes);

    public static (ForecastAccuracy Accuracy, Speed Speed) Run(ForecastPanel panel, CancellationToken cancellationToken)
    {
        var horizon = panel.Future[0].Length;
        ForecastRequest[] requests = [.. panel.Known.Select(values => new ForecastRequest(values, horizon, Season, [80, Level], areCounts: values.Min() >= 0))];
        ForecastBatch.Run(requests[..Math.Min(20, requests.Length)], null, null, Threads, cancellationToken);
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var outcomes = ForecastBatch.Run(requests, null, null, Threads, cancellationToken).Outcomes;
        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        var own = (process.TotalProcessorTime - processor).TotalMilliseconds / requests.Length;
        return (Measure(panel, [.. outcomes.Cast<ForecastReport>()]), new Speed(requests.Length, seconds, own, process.PeakWorkingSet64 / 1e6));
    }

    /// <summary>Seconds a series R's ets, auto.arima and thetaf take together; null when R with its package forecast is not installed.</summary>
    public static async Task<double?> SecondsOfRAsync(ForecastPanel panel, CancellationToken cancellationToken)
    {
        var horizon = panel.Future[0].Length;
        var step = Math.Max(1, panel.Known.Length / SeriesForR);
        var series = Enumerable.Range(0, SeriesForR).Select(i => panel.Known[i * step]);
        var script = "suppressMessages(library(forecast)); t <- proc.time()[[3]]; "
            + string.Concat(series.Select(values => string.Create(CultureInfo.InvariantCulture, $"y <- ts(c({string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}), frequency = {Season}); x <- forecast(ets(y), h = {horizon}); x <- forecast(auto.arima(y), h = {horizon}); x <- thetaf(y, h = {horizon}); ")))
            + string.Create(CultureInfo.InvariantCulture, $"cat((proc.time()[[3]] - t) / {SeriesForR})");
        return await RScript.NumberAsync(script, cancellationToken);
    }

    private static ForecastAccuracy Measure(ForecastPanel panel, ForecastReport[] reports)
    {
        double smape = 0, mase = 0, inside = 0, msis = 0, rival = 0;
        var count = 0;
        for (var i = 0; i < reports.Length; i++)
        {
            var (known, future, band) = (panel.Known[i], panel.Future[i], reports[i].Bands[^1]);
            var scale = Enumerable.Range(Season, known.Length - Season).Average(t => Math.Abs(known[t] - known[t - Season]));
            if (scale == 0)
                continue;
            count++;
            var mean = known[^Season..].Average();
            for (var step = 0; step < future.Length; step++)
            {
                var (came, said, share) = (future[step], reports[i].Mean[step], 1.0 / future.Length);
                var (lower, upper) = (band.Lower[step], band.Upper[step]);
                var size = Math.Abs(came) + Math.Abs(said);
                smape += size > 0 ? share * 200 * Math.Abs(came - said) / size : 0;
                mase += share * Math.Abs(came - said) / scale;
                rival += share * Math.Abs(came - mean) / scale;
                inside += came >= lower && came <= upper ? 100 * share : 0;
                msis += share * (upper - lower + 2 / (1 - Level / 100) * (Math.Max(0, lower - came) + Math.Max(0, came - upper))) / scale;
            }
        }

        return new ForecastAccuracy(count, smape / count, mase / count, inside / count, msis / count, rival / count);
    }
}
