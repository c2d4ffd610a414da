using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;

namespace CrimeInsight.Benchmarks;

/// <summary>The figures of clusters beside their targets. Everything runs on one thread.</summary>
internal sealed class ClusterFigures(FigureTable table, BenchmarkRequest request)
{
    private const int Rounds = 3;
    private const int Seed = 1;
    private const double Eps = 500;
    private const int MinPoints = 20;
    private const double EpsDays = 14;
    private const int Days = 365;
    private const double SecondsBudget = 1.1;
    private const double ScikitLearnRatio = 8;
    private const double RRatio = 2;
    private const double Resolution = 10;
    private const int ManyClusters = 100;
    private const double PartitionBudget = 11.4;
    private const double PartitionRatio = 2;
    private const int RivalStarts = 3;

    private static readonly int[] s_hierarchies = [5_000, 100_000];

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var points = TownPoints.Simulate(request.Incidents, Seed);
        await DensityAsync(points, cancellationToken);
        SpaceTime(points, cancellationToken);
        Degrees(points, cancellationToken);
        foreach (var count in s_hierarchies)
            Hierarchy(count, cancellationToken);
        await PartitionsAsync(points, cancellationToken);
        new ChanceFigures(table).Add(cancellationToken);
    }

    private async Task DensityAsync(MetrePoints points, CancellationToken cancellationToken)
    {
        var density = new DbscanRequest(Eps, MinPoints);
        var (speed, report) = ClusterBenchmark.Time(Rounds, () => Dbscan.Run(points, density, null, cancellationToken));
        var found = Text($"{report.ClusterCount} clusters, {report.NoiseCount} noise");
        table.Add(
            Text($"DBSCAN of {points.Count / 1e6:0.##} M points, ε {Eps} m, {MinPoints} points"),
            Text($"{speed.Seconds:0.00} s, {speed.ProcessorSeconds:0.00} s of a core; first run {speed.FirstSeconds:0.00} s; {found}"),
            Text($"≤ {SecondsBudget} s of a core"),
            speed.ProcessorSeconds <= SecondsBudget);
        table.Add("managed memory it allocates in all", Text($"{speed.AllocatedMegabytes:0} MB"), "", null);
        Beside("R's package dbscan", await ClusterBenchmark.InRAsync(points, density, request.Folder, cancellationToken), speed, report, RRatio);
        Beside("scikit-learn", await ClusterBenchmark.InScikitLearnAsync(points, density, request.Folder, cancellationToken), speed, report, ScikitLearnRatio);
    }

    private void Beside(string name, ClusterBenchmark.Rival? rival, ClusterBenchmark.Speed speed, DensityReport report, double least)
    {
        if (rival is null)
        {
            table.Note($"{name} is not installed: DBSCAN was not timed beside it.");
            return;
        }

        var ratio = rival.Seconds / speed.Seconds;
        table.Add(Text($"{name} against it"), Text($"{ratio:0.0} × ({rival.Seconds:0.0} s)"), Text($"≥ {least} ×"), ratio >= least);
        table.Add(
            Text($"{name} finds as many clusters and as much noise"),
            Text($"{rival.Clusters}, {rival.Noise}"),
            Text($"{report.ClusterCount}, {report.NoiseCount}"),
            rival.Clusters == report.ClusterCount && rival.Noise == report.NoiseCount);
    }

    private void SpaceTime(MetrePoints points, CancellationToken cancellationToken)
    {
        var random = new Random(Seed);
        double[] days = [.. Enumerable.Range(0, points.Count).Select(_ => random.NextDouble() * Days)];
        var (speed, report) = ClusterBenchmark.Time(
            1, () => Dbscan.Run(points, days, new SpaceTimeDbscanRequest(Eps, EpsDays, MinPoints), null, cancellationToken));
        table.Add(Text($"the same within {EpsDays} of {Days} days"), Text($"{speed.Seconds:0.00} s; {report.ClusterCount} clusters"), "", null);
    }

    private void Degrees(MetrePoints points, CancellationToken cancellationToken)
    {
        var projection = new LocalProjection(new GeoPoint(22, 80));
        GeoPoint[] places = [.. Enumerable.Range(0, points.Count).Select(i => projection.ToGeo(new PlanePoint(points.X[i] - 1.45e6, points.Y[i] - 1.6e6)))];
        var degrees = new DegreePoints(Array.ConvertAll(places, place => place.Latitude), Array.ConvertAll(places, place => place.Longitude));
        var (speed, report) = ClusterBenchmark.Time(1, () => Dbscan.Run(degrees, new DbscanRequest(Eps, MinPoints), null, cancellationToken));
        table.Add("the same in degrees, by great circles", Text($"{speed.Seconds:0.00} s; {report.ClusterCount} clusters"), "", null);
    }

    private void Hierarchy(int count, CancellationToken cancellationToken)
    {
        var points = TownPoints.Simulate(count, Seed);
        var (speed, report) = ClusterBenchmark.Time(1, () => Hdbscan.Run(points, new HdbscanRequest(MinPoints, null, Resolution), null, cancellationToken));
        table.Add(Text($"HDBSCAN* of {count} points"), Text($"{speed.Seconds:0.00} s; {report.ClusterCount} clusters; {speed.AllocatedMegabytes:0} MB"), "",
            null);
    }

    private async Task PartitionsAsync(MetrePoints points, CancellationToken cancellationToken)
    {
        var (seconds, inertia) = Partition(points, ManyClusters, cancellationToken);
        Partition(points, null, cancellationToken);
        var rivals = new List<double[]>();
        for (var seed = 0; seed < RivalStarts; seed++)
        {
            if (await ClusterBenchmark.PartitionInScikitLearnAsync(points, ManyClusters, seed, request.Folder, cancellationToken) is { } rival)
                rivals.Add(rival);
        }

        if (rivals.Count == 0)
        {
            table.Note("scikit-learn is not installed: k-means was not run beside it.");
            return;
        }

        var (fastest, best) = (rivals.Min(rival => rival[0]), rivals.Min(rival => rival[1]));
        table.Add(Text($"scikit-learn's k-means against it, the fastest of {rivals.Count} single starts"), Text($"{fastest / seconds:0.0} × ({fastest:0.0} s)"),
            Text($"≥ {PartitionRatio} ×"), fastest >= PartitionRatio * seconds);
        table.Add("the sum of squares against scikit-learn's best",
            Text($"{100 * (inertia / best - 1):+0.0;-0.0} % ({best:G5} m²; worst {rivals.Max(rival => rival[1]):G5})"), "≤ 0 %", inertia <= best);
    }

    private (double Seconds, double Inertia) Partition(MetrePoints points, int? clusters, CancellationToken cancellationToken)
    {
        var (speed, report) = ClusterBenchmark.Time(1, () => KMeans.Run(points, new KMeansRequest(clusters, seed: Seed), null, cancellationToken));
        table.Add(
            Text($"k-means of {points.Count / 1e6:0.##} M points, {(clusters is null ? "k by silhouette" : Text($"k = {clusters}"))}"),
            Text($"{speed.Seconds:0.0} s; k = {report.ClusterCount}, inertia {report.Inertia:G5} m²"),
            clusters is null ? "" : Text($"≤ {PartitionBudget} s"),
            clusters is null ? null : speed.Seconds <= PartitionBudget);
        return (speed.Seconds, report.Inertia);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
