using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Core.Spatial.Clustering.Chance;

namespace CrimeInsight.Benchmarks;

/// <summary>Clusters tested against chance: how long it takes, and how often it finds something where nothing is.</summary>
internal sealed class ChanceFigures(FigureTable table)
{
    private const int Population = 20_000;
    private const int Cases = 2_000;
    private const int NullSets = 200;
    private const int NullReplicas = 99;
    private const double FalseAlarmBudget = 5;
    private const double SecondsBudget = 5;
    private const int Threads = 2;
    private const double Shrink = 10;

    private static readonly DbscanRequest s_clusters = new(300, 10);

    public void Add(CancellationToken cancellationToken)
    {
        var country = TownPoints.Simulate(Population, 1);
        // As dense as a state, so that there are clusters to be mistaken.
        var places = new MetrePoints([.. country.X.Select(x => x / Shrink)], [.. country.Y.Select(y => y / Shrink)]);
        var (speed, report) = ClusterBenchmark.Time(
            1, () => ClusterTest.Run(places, Drawn(1), new ClusterTestRequest(s_clusters), null, Threads, cancellationToken));
        table.Add(
            Text($"{report.Tested.Length} clusters of {Cases} cases against {report.Replicas} draws from {Population}, {Threads} threads"),
            Text($"{speed.Seconds:0.00} s"), Text($"≤ {SecondsBudget} s"), speed.Seconds <= SecondsBudget);
        var (alarms, clusters) = (0, 0);
        for (var set = 0; set < NullSets; set++)
        {
            var test = new ClusterTestRequest(s_clusters, NullReplicas, stopAfterHits: NullReplicas / 5, seed: set);
            var tested = ClusterTest.Run(places, Drawn(100 + set), test, null, Threads, cancellationToken).Tested;
            (alarms, clusters) = (alarms + (tested.Any(cluster => cluster.P <= FalseAlarmBudget / 100) ? 1 : 0), clusters + tested.Length);
        }

        var percent = 100.0 * alarms / NullSets;
        // Of 200 sets at a true rate of 5 % one in forty has more than 8 %.
        table.Add(Text($"false alarms in {NullSets} data sets of labels drawn by chance, with {clusters} clusters"), Text($"{percent:0.0} % of data sets"),
            Text($"≤ {FalseAlarmBudget} % within chance: 8 %"), percent <= 8);
    }

    private static bool[] Drawn(int seed)
    {
        var isCase = new bool[Population];
        Array.Fill(isCase, true, 0, Cases);
        new Random(seed).Shuffle(isCase);
        return isCase;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
