using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Benchmarks;

/// <summary>Times and false alarms of the scan statistic, on simulated counts without any pattern.</summary>
internal static class ScanBenchmark
{
    private const int Threads = 2;
    private const double Side = 1e6;

    /// <summary>
    /// Seconds of a whole scan, the middle of a few rounds after one to warm up, and of the processor (less than twice as many: other programs ran).
    /// </summary>
    public static (double Seconds, double Processor) Time(ScanRequest request, int rounds, CancellationToken cancellationToken)
    {
        KulldorffScan.Run(request with { Replicas = Math.Min(request.Replicas, 19) }, null, Threads, cancellationToken);
        using var process = Process.GetCurrentProcess();
        var (times, before) = (new double[rounds], process.TotalProcessorTime);
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            KulldorffScan.Run(request, null, Threads, cancellationToken);
            times[round] = watch.Elapsed.TotalSeconds;
        }

        process.Refresh();
        Array.Sort(times);
        return (times[rounds / 2], (process.TotalProcessorTime - before).TotalSeconds / rounds);
    }

    /// <summary>Percent of data sets without any pattern whose most likely cluster has p ≤ 0.05.</summary>
    public static double FalseAlarms(int dataSets, Func<int, ScanRequest> make, CancellationToken cancellationToken)
    {
        var alarms = 0;
        for (var set = 0; set < dataSets; set++)
            alarms += KulldorffScan.Run(make(set), null, Threads, cancellationToken).Significant(0.05).Any() ? 1 : 0;
        return 100.0 * alarms / dataSets;
    }

    /// <summary>
    /// Percent of data sets in which the places and periods that were given twice their cases are at least half of the most likely cluster, with p ≤ 0.05.
    /// </summary>
    public static double Found(int dataSets, int places, int periods, int cases, CancellationToken cancellationToken)
    {
        var found = 0;
        for (var set = 0; set < dataSets; set++)
        {
            var quiet = Quiet(ScanModel.Permutation, ScanSpan.SpaceTime, places, periods, cases, 70_000 + set);
            var near = Enumerable.Range(0, places).OrderBy(place => quiet.Places.Metres(0, place)).Take(places / 10).ToHashSet();
            int[] more = [.. quiet.Cases];
            for (var i = 0; i < more.Length; i++)
            {
                if (near.Contains(i / periods) && i % periods >= periods - 3)
                    more[i] *= 2;
            }

            var cluster = KulldorffScan.Run(
                new ScanRequest(quiet.Places, more, periods, quiet.Model, quiet.Span) { Replicas = 199 }, null, Threads, cancellationToken).Clusters[0];
            found += cluster.P <= 0.05 && cluster.Places.Count(near.Contains) >= 0.5 * cluster.Places.Length ? 1 : 0;
        }

        return 100.0 * found / dataSets;
    }

    /// <summary>Places of unequal size anywhere on a square; cases fall in proportion to size, and to a season for the permutation model.</summary>
    public static ScanRequest Quiet(ScanModel model, ScanSpan span, int places, int periods, int cases, int seed)
    {
        var random = new Random(seed);
        double[] Coordinates() => [.. Enumerable.Range(0, places).Select(_ => Side * random.NextDouble())];
        var points = new MetrePoints(Coordinates(), Coordinates());
        double[] population = [.. Enumerable.Range(0, places).Select(_ => 1000 * Math.Exp(3 * random.NextDouble()))];
        double[] season = [.. Enumerable.Range(0, periods).Select(period => model == ScanModel.Poisson ? 1 : 1.3 + Math.Sin(2 * Math.PI * period / 12))];
        var counts = new int[places * periods];
        var (ofPlace, ofPeriod) = (Sums(population), Sums(season));
        for (var i = 0; i < cases; i++)
            counts[Pick(ofPlace, random) * periods + Pick(ofPeriod, random)]++;
        return new ScanRequest(points, counts, periods, model, span, model == ScanModel.Poisson ? population : []) { Seed = seed };
    }

    /// <summary>Seconds SpatialEpi takes for the same purely spatial scan; null when R with SpatialEpi is not installed.</summary>
    public static Task<double?> SecondsOfSpatialEpiAsync(int places, int cases, int replicas, CancellationToken cancellationToken) => RScript.NumberAsync(
        string.Create(CultureInfo.InvariantCulture,
            $"suppressMessages(library(SpatialEpi)); set.seed(1); g <- cbind(runif({places}), runif({places})) * 1000; p <- 1000 * exp(3 * runif({places})); c <- as.vector(rmultinom(1, {cases}, p)); t <- proc.time()[[3]]; x <- kulldorff(g, c, p, NULL, 0.5, {replicas}, 0.05, FALSE); cat(proc.time()[[3]] - t)"),
        cancellationToken);

    private static double[] Sums(double[] values)
    {
        var sum = 0.0;
        return Array.ConvertAll(values, value => sum += value);
    }

    private static int Pick(double[] sums, Random random)
    {
        var at = Array.BinarySearch(sums, sums[^1] * random.NextDouble());
        return Math.Min(sums.Length - 1, at < 0 ? ~at : at + 1);
    }
}
