using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;

namespace CrimeInsight.Benchmarks;

/// <summary>Automatic forecasts of a panel: how fast, how accurate, and beside R where it is installed.</summary>
internal static class ForecastBenchmark
{
    private const int Season = 12;
    private const int Threads = 2;
    private const int SeriesForR = 6;
    private const double Level = 95;

    private static readonly double[] s_late = [0, 2, 10, 50, double.PositiveInfinity];

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
            + string.Concat(
                series.Select(
                    values => string.Create(CultureInfo.InvariantCulture,
                        $"y <- ts(c({string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}), frequency = {Season}); x <- forecast(ets(y), h = {horizon}); x <- forecast(auto.arima(y), h = {horizon}); x <- thetaf(y, h = {horizon}); ")))
            + string.Create(CultureInfo.InvariantCulture, $"cat((proc.time()[[3]] - t) / {SeriesForR})");
        return await RScript.NumberAsync(script, cancellationToken);
    }

    /// <summary>sMAPE and MASE of the plain mean of our own ets, ces, arima and dotm.</summary>
    public static (double Smape, double Mase) PlainMean(ForecastPanel panel, CancellationToken cancellationToken)
    {
        var horizon = panel.Future[0].Length;
        ForecastModel[] models = [ForecastMethods.Named("ets"), ForecastMethods.Named("ces"), ForecastMethods.Named("arima"), ForecastMethods.Named("dotm")];
        var sums = panel.Known.Select(_ => new double[horizon]).ToArray();
        var counts = new int[sums.Length];
        foreach (var model in models)
        {
            ForecastRequest[] requests = [
                .. panel.Known.Select(values => new ForecastRequest(values, horizon, Season, [Level], model, areCounts: values.Min() >= 0))];
            var outcomes = ForecastBatch.Run(requests, null, null, Threads, cancellationToken).Outcomes;
            for (var i = 0; i < sums.Length; i++)
            {
                if (outcomes[i] is not ForecastReport report)
                    continue;
                counts[i]++;
                for (var step = 0; step < horizon; step++)
                    sums[i][step] += report.Mean[step];
            }
        }

        var errors = Enumerable.Range(0, sums.Length).Where(i => counts[i] > 0 && ScaleOf(panel.Known[i]) > 0)
            .Select(i => Errors(panel.Known[i], panel.Future[i], Array.ConvertAll(sums[i], sum => sum / counts[i]))).ToList();
        return (errors.Average(error => error.Smape), errors.Average(error => error.Mase));
    }

    private static double ScaleOf(double[] known) => Enumerable.Range(Season, known.Length - Season).Average(t => Math.Abs(known[t] - known[t - Season]));

    private static (double Smape, double Mase) Errors(double[] known, double[] future, IReadOnlyList<double> said)
    {
        double smape = 0, mase = 0;
        var scale = ScaleOf(known);
        for (var step = 0; step < future.Length; step++)
        {
            var (error, size) = (Math.Abs(future[step] - said[step]), Math.Abs(future[step]) + Math.Abs(said[step]));
            smape += size > 0 ? 200 * error / size / future.Length : 0;
            mase += error / scale / future.Length;
        }

        return (smape, mase);
    }

    private static ForecastAccuracy Measure(ForecastPanel panel, ForecastReport[] reports)
    {
        double smape = 0, mase = 0, msis = 0, rival = 0;
        var inside = new List<(double Late, double Percent)>();
        for (var i = 0; i < reports.Length; i++)
        {
            var (known, future, band) = (panel.Known[i], panel.Future[i], reports[i].Bands[^1]);
            var scale = ScaleOf(known);
            if (scale == 0)
                continue;
            var (late, share, covered) = (known[^Season..].Average(), 1.0 / future.Length, 0.0);
            var own = Errors(known, future, reports[i].Mean);
            (smape, mase) = (smape + own.Smape, mase + own.Mase);
            rival += Errors(known, future, [.. future.Select(_ => late)]).Mase;
            for (var step = 0; step < future.Length; step++)
            {
                var (came, lower, upper) = (future[step], band.Lower[step], band.Upper[step]);
                covered += came >= lower && came <= upper ? 100 * share : 0;
                msis += share * (upper - lower + 2 / (1 - Level / 100) * (Math.Max(0, lower - came) + Math.Max(0, came - upper))) / scale;
            }

            inside.Add((late, covered));
        }

        var count = inside.Count;
        return new ForecastAccuracy(count, smape / count, mase / count, inside.Average(one => one.Percent), msis / count, rival / count, [.. Covered(inside)]);
    }

    private static IEnumerable<BandCoverage> Covered(List<(double Late, double Percent)> inside)
    {
        for (var band = 0; band + 1 < s_late.Length; band++)
        {
            var own = inside.Where(one => one.Late >= s_late[band] && one.Late < s_late[band + 1]).ToList();
            if (own.Count > 0)
                yield return new BandCoverage(s_late[band], s_late[band + 1], own.Count, own.Average(one => one.Percent));
        }
    }
}
