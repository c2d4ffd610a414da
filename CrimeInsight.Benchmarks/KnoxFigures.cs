using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Knox;

namespace CrimeInsight.Benchmarks;

/// <summary>The near-repeat test's figures beside their targets, on simulated events without any pattern.</summary>
internal sealed class KnoxFigures(FigureTable table)
{
    private const int Threads = 2;
    private const int Replicas = 999;
    private const int FewEvents = 636;
    private const int ManyEvents = 50_000;
    private const double RatioBudget = 100;
    private const double ManySeconds = 10;

    /// <summary>R's surveillance for as many events, one cell and 999 permutations, measured once on a machine with two cores.</summary>
    private const double SurveillanceSeconds = 7.4;

    private const int Rounds = 9;
    private const int DataSets = 200;
    private const double FalseAlarmTarget = 5;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        // As dense as the reference data: about 14,000 pairs within 50 km.
        var (places, days) = (Places(FewEvents, 400_000, 1), Days(FewEvents, 2500, isWhole: false, 2));
        var seconds = Middle(new KnoxRequest(places, days, [5_000], [7]), cancellationToken);
        var table30 = Middle(new KnoxRequest(places, days, [5_000, 10_000, 20_000, 30_000, 50_000], [7, 14, 21, 28, 56]), cancellationToken);
        var rival = await RScript.NumberAsync(
            string.Create(CultureInfo.InvariantCulture,
                $"suppressMessages(library(surveillance)); set.seed(1); n <- {FewEvents}; d <- dist(cbind(runif(n), runif(n)) * 400); t <- dist(runif(n) * 2500); s <- proc.time()[[3]]; x <- knox(t, d, 7, 5, simulate.p.value = TRUE, B = {Replicas}); cat(proc.time()[[3]] - s)"),
            cancellationToken);
        var theirs = rival ?? SurveillanceSeconds;
        table.Add(
            Text($"near repeats of {FewEvents} events within 5 km and 7 days, {Replicas} permutations, against R's surveillance{(rival is null ? " (measured earlier: not installed here)" : "")}"),
            Text($"{1000 * seconds:0} ms against {theirs:0.0} s: {theirs / seconds:0} ×"),
            Text($"≥ {RatioBudget} ×"),
            theirs / seconds >= RatioBudget);
        table.Add("the same events in a table of 30 cells up to 50 km and 56 days", Text($"{1000 * table30:0} ms"), "", null);
        Many("whole days", isWhole: true, cancellationToken);
        Many("days and hours", isWhole: false, cancellationToken);
        Alarms(cancellationToken);
    }

    private void Many(string name, bool isWhole, CancellationToken cancellationToken)
    {
        var request = new KnoxRequest(Places(ManyEvents, 20_000, 3), Days(ManyEvents, 1000, isWhole, 4), [100, 200, 400], [7, 14, 28]);
        var watch = Stopwatch.StartNew();
        var pairs = KnoxTest.Run(request, null, Threads, cancellationToken).NearPairs;
        var seconds = watch.Elapsed.TotalSeconds;
        table.Add(Text($"near-repeat table of {ManyEvents} events ({name}), {pairs / 1e6:0.0} M pairs within 400 m, {Replicas} permutations"),
            Text($"{seconds:0.0} s on two threads"), Text($"≤ {ManySeconds} s"), seconds <= ManySeconds);
    }

    // Hot places and busy months, but no event brings another.
    private void Alarms(CancellationToken cancellationToken)
    {
        var alarms = 0;
        for (var set = 0; set < DataSets; set++)
        {
            var request = new KnoxRequest(Places(600, 4_000, 100 + set), Days(600, 365, isWhole: true, 900 + set), [200, 400], [7, 14, 28])
            {
                Seed = set,
                LeastRatio = 1,
            };
            var report = KnoxTest.Run(request, null, Threads, cancellationToken);
            alarms += report.Cells.Any(cell => cell.IsElevated) ? 1 : 0;
        }

        var (percent, chance) = (100.0 * alarms / DataSets, 200 * Math.Sqrt(0.05 * 0.95 / DataSets));
        table.Add(Text($"near repeats: any of 6 cells elevated at 5 % after correction on {DataSets} null data sets"), Text($"{percent:0.0} %"),
            Text($"≤ {FalseAlarmTarget} % (+ {chance:0.0} by chance)"), percent <= FalseAlarmTarget + chance);
    }

    private static double Middle(KnoxRequest request, CancellationToken cancellationToken)
    {
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            KnoxTest.Run(request, null, Threads, cancellationToken);
            times[round] = watch.Elapsed.TotalSeconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }

    // A third of the events in a fifth of the area, along each axis.
    private static MetrePoints Places(int count, double side, int seed)
    {
        var random = new Random(seed);
        double[] Axis() => [.. Enumerable.Range(0, count).Select(i => side * (i % 3 == 0 ? 0.4 + 0.2 * random.NextDouble() : random.NextDouble()))];
        return new MetrePoints(Axis(), Axis());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double[] Days(int count, int most, bool isWhole, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => most * Math.Pow(random.NextDouble(), 0.8)).Select(day => isWhole ? Math.Floor(day) : day)];
    }
}
