using BenchmarkDotNet.Attributes;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Core.Spatial.KernelDensity;
using CrimeInsight.Core.Spatial.Knox;
using CrimeInsight.Core.Spatial.Scan;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Benchmarks.Kernels;

/// <summary>Spatial methods on one thread, small enough for a call to take milliseconds.</summary>
public class SpatialKernels
{
    private const int Threads = 1;
    private const double SideMetres = 20_000;

    private readonly ScanRequest _scan = ScanBenchmark.Quiet(ScanModel.Poisson, ScanSpan.Space, 300, 1, 8_000, 1) with { Replicas = 199 };
    private readonly ScanRequest _cube = ScanBenchmark.Quiet(ScanModel.Permutation, ScanSpan.SpaceTime, 100, 24, 4_000, 2) with { Replicas = 99 };
    private readonly MetrePoints _events = Points(5_000, 3);
    private readonly DensityGrid _grid = new(0, 0, SideMetres / 128, 128, 128);
    private readonly DensityRequest _density = new(DensityKernel.Gaussian, 500);
    private readonly DbscanRequest _dbscan = new(300, 10);
    private readonly MetrePoints _towns = TownPoints.Simulate(100_000, 1);
    private readonly LocalRequest _local = new(LocalMethod.GetisOrdStar, 199);
    private readonly KnoxRequest _knox;
    private readonly SpatialWeights _weights;
    private readonly double[] _values;

    public SpatialKernels()
    {
        var random = new Random(4);
        double[] days = [.. Enumerable.Range(0, 5_000).Select(_ => 1000 * random.NextDouble())];
        _knox = new KnoxRequest(_events, days, [100, 200, 400], [7, 14, 28]) { Replicas = 99 };
        _weights = SpatialWeights.NearestNeighbours(Points(1_000, 5), 8);
        _values = [.. Enumerable.Range(0, 1_000).Select(_ => (double)random.Next(0, 12))];
    }

    /// <summary>The replica kernel over circles.</summary>
    [Benchmark]
    public object ScanReplicasInSpace() => KulldorffScan.Run(_scan, null, Threads, CancellationToken.None);

    /// <summary>The replica kernel over cylinders.</summary>
    [Benchmark]
    public object ScanReplicasInSpaceAndTime() => KulldorffScan.Run(_cube, null, Threads, CancellationToken.None);

    [Benchmark]
    public object Density() => KernelDensity.Estimate(_events, _grid, _density, null, Threads, CancellationToken.None);

    [Benchmark]
    public object DensityBasedClusters() => Dbscan.Run(_towns, _dbscan);

    [Benchmark]
    public object GetisOrdPermutations() => LocalStatistics.Run(_values, _weights, _local, Threads);

    [Benchmark]
    public object KnoxPairs() => KnoxTest.Run(_knox, null, Threads, CancellationToken.None);

    private static MetrePoints Points(int count, int seed)
    {
        var random = new Random(seed);
        double[] Along() => [.. Enumerable.Range(0, count).Select(_ => SideMetres * random.NextDouble())];
        return new MetrePoints(Along(), Along());
    }
}
