using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.KernelDensity;
using CrimeInsight.Core.Spatial.SpaceTimeCube;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Benchmarks;

/// <summary>Times and false alarms of the spatial statistics, on simulated counts.</summary>
internal static class SpatialBenchmark
{
    public const int Permutations = 999;

    private const int Neighbours = 8;
    private const int Threads = 2;
    private const int Rounds = 5;
    private const double NullMean = 2;

    /// <param name="Neighbours">Milliseconds to find the nearest neighbours.</param>
    /// <param name="Given">Milliseconds of 999 permutations with equal weights.</param>
    /// <param name="Unequal">Milliseconds of 999 permutations with unequal weights.</param>
    /// <param name="Automatic">Milliseconds of as many permutations as the correction needs.</param>
    /// <param name="AutomaticPermutations">How many these are.</param>
    internal sealed record Speed(int Places, double Neighbours, double Given, double Unequal, double Automatic, int AutomaticPermutations);

    /// <param name="DataSets">Share of the data sets with anything significant.</param>
    /// <param name="Areas">Share of all areas called significant.</param>
    internal sealed record FalseAlarms(double DataSets, double Areas);

    /// <summary>Middle of a few rounds; local Moran and Gi* take the same.</summary>
    public static Speed Time(int places, LocalMethod method, CancellationToken cancellationToken)
    {
        var points = Points(places, 1);
        var values = Counts(places, 5, 2);
        var equal = SpatialWeights.NearestNeighbours(points, Neighbours);
        var unequal = Unequal(equal);
        double Run(SpatialWeights weights, int? permutations) =>
            Middle(() => LocalStatistics.Run(values, weights, new LocalRequest(method, permutations), Threads, cancellationToken));
        var automatic = (LocalReport)LocalStatistics.Run(values, equal, new LocalRequest(method), Threads, cancellationToken);
        return new Speed(
            places,
            Middle(() => SpatialWeights.NearestNeighbours(points, Neighbours)),
            Run(equal, Permutations),
            Run(unequal, Permutations),
            Run(equal, null),
            automatic.Permutations);
    }

    /// <summary>Milliseconds of rates of unequal places with 999 replicas, overdispersed or Poisson.</summary>
    public static double Rates(int places, double mean, bool isOverdispersed, CancellationToken cancellationToken)
    {
        var (random, weights) = (new Random(3), SpatialWeights.NearestNeighbours(Points(places, 1), Neighbours));
        double[] population = [.. Enumerable.Range(0, places).Select(_ => 0.2 + 1.6 * random.NextDouble())];
        double[] cases = [.. population.Select((people, i) => Counts(1, mean * people * (isOverdispersed ? 0.5 + i % 3 / 2.0 : 1), i)[0])];
        return Middle(() => LocalRates.Run(cases, population, weights, new LocalRequest(LocalMethod.GetisOrdStar, Permutations), Threads, cancellationToken));
    }

    /// <summary>Counts without any pattern: how often something is called significant at 5 % after correction.</summary>
    public static FalseAlarms NullData(int dataSets, int places, LocalMethod method, DiscoveryBasis basis, CancellationToken cancellationToken)
    {
        var (flaggedSets, flaggedAreas) = (0, 0);
        for (var set = 0; set < dataSets; set++)
        {
            var weights = SpatialWeights.NearestNeighbours(Points(places, 1000 + set), Neighbours);
            var report = (LocalReport)LocalStatistics.Run(
                Counts(places, NullMean, 5000 + set), weights, new LocalRequest(method, seed: set, basis: basis), Threads, cancellationToken);
            flaggedSets += report.SignificantAfter > 0 ? 1 : 0;
            flaggedAreas += report.SignificantAfter;
        }

        return new FalseAlarms(100.0 * flaggedSets / dataSets, 100.0 * flaggedAreas / dataSets / places);
    }

    public static FalseAlarms NullCubes(int cubes, int places, int steps, CancellationToken cancellationToken)
    {
        var (flaggedCubes, flaggedPlaces) = (0, 0);
        for (var cube = 0; cube < cubes; cube++)
        {
            var weights = SpatialWeights.NearestNeighbours(Points(places, 1000 + cube), Neighbours);
            var report = (EmergingReport)EmergingHotspots.Run(
                Counts(places * steps, 0.5, 9000 + cube), weights, new EmergingRequest(seed: cube), Threads, cancellationToken);
            flaggedCubes += report.SignificantAfter > 0 ? 1 : 0;
            flaggedPlaces += report.Places.Count(place => place.Class != EmergingClass.None);
        }

        return new FalseAlarms(100.0 * flaggedCubes / cubes, 100.0 * flaggedPlaces / cubes / places);
    }

    public static double Cube(int places, int steps, CancellationToken cancellationToken)
    {
        var weights = SpatialWeights.NearestNeighbours(Points(places, 1), Neighbours);
        var values = Counts(places * steps, 1, 3);
        return Middle(() => EmergingHotspots.Run(values, weights, new EmergingRequest(), Threads, cancellationToken));
    }

    public static double Density(int events, int side, bool isAdaptive, CancellationToken cancellationToken)
    {
        var points = Points(events, 1);
        var grid = new DensityGrid(0, 0, 100_000.0 / side, side, side);
        var request = new DensityRequest(DensityKernel.Gaussian, 2_000, isAdaptive);
        return Middle(() => KernelDensity.Estimate(points, grid, request, null, Threads, cancellationToken));
    }

    /// <summary>Seconds spdep takes for local Moran with 999 conditional permutations; null when R with spdep is not installed.</summary>
    public static async Task<double?> SecondsOfSpdepAsync(int places, CancellationToken cancellationToken)
    {
        var script = string.Create(CultureInfo.InvariantCulture,
            $"suppressMessages(library(spdep)); set.seed(1); p <- cbind(runif({places}), runif({places})) * 1e5; v <- rpois({places}, 5); ")
            + string.Create(CultureInfo.InvariantCulture,
                $"w <- nb2listw(knn2nb(knearneigh(p, {Neighbours}))); t <- proc.time()[[3]]; x <- localmoran_perm(v, w, nsim = {Permutations}); cat(proc.time()[[3]] - t)");
        return await RScript.NumberAsync(script, cancellationToken);
    }

    private static double Middle(Action action)
    {
        action();
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            action();
            times[round] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }

    private static MetrePoints Points(int count, int seed)
    {
        var random = new Random(seed);
        return new MetrePoints([.. Enumerable.Range(0, count).Select(_ => 100_000 * random.NextDouble())],
            [.. Enumerable.Range(0, count).Select(_ => 100_000 * random.NextDouble())]);
    }

    /// <summary>Independent Poisson counts.</summary>
    private static double[] Counts(int count, double mean, int seed)
    {
        var random = new Random(seed);
        var counts = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var left = Math.Exp(mean) * random.NextDouble(); left > 1; left *= random.NextDouble())
                counts[i]++;
        }

        return counts;
    }

    private static SpatialWeights Unequal(SpatialWeights weights)
    {
        var (places, neighbours, values) = (new List<int>(), new List<int>(), new List<double>());
        for (var place = 0; place < weights.Count; place++)
        {
            foreach (var neighbour in weights.NeighboursOf(place))
            {
                places.Add(place);
                neighbours.Add(neighbour);
                values.Add(1 + (place + neighbour) % 7);
            }
        }

        return SpatialWeights.OfLinks(weights.Count, [.. places], [.. neighbours], [.. values]);
    }
}
