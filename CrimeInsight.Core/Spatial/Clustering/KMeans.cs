using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Partition;
using CrimeInsight.Core.Spatial.Clustering.Places;

namespace CrimeInsight.Core.Spatial.Clustering;

/// <summary>
/// k-means: every point belongs to the nearest of k centres, every centre is the mean of its points. Centres are sought on a sample,
/// from the best of several greedy k-means++ starts on by breathing, and go on by Lloyd's steps over all points until none changes.
/// </summary>
/// <remarks>
/// The number of clusters, when it is left open, is the one with the largest mean silhouette on a sample (Rousseeuw 1987); the
/// report states all that were tried. Degrees: distances run straight through the Earth, which makes those of 1,500 km 0.2 %
/// shorter; centres lie on the surface. Every point gets a cluster: k-means divides an area, it does not find where it is dense.
/// </remarks>
public static class KMeans
{
    private const int SearchSample = 20_000;
    private const int PointsPerCluster = 50;
    private const int SilhouetteSample = 2_000;
    private const int Starts = 4;
    private const double SearchShare = 0.5;

    /// <param name="points">All metres or all degrees; as many different places as clusters.</param>
    /// <param name="progress">Share done, 0 … 1.</param>
    /// <exception cref="ArgumentException">There are fewer places than clusters.</exception>
    public static KMeansReport Run(PointSet points, KMeansRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var spots = Spot.Of(points);
        var places = PlacesUntil(spots, Math.Max(request.Clusters ?? 0, request.SearchUntil + 1));
        if (places < (request.Clusters ?? 2))
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"clusters must be at most the number of different places, {places}; got {request.Clusters ?? 2}."),
                nameof(request));
        var silhouettes = ImmutableSortedDictionary<int, double>.Empty;
        if (request.Clusters is not { } clusters)
            (clusters, silhouettes) = Search(spots, Math.Min(request.SearchUntil, places - 1), request.Seed, progress, cancellationToken);
        var best = Fit(spots, clusters, request.Seed, progress, cancellationToken);
        progress?.Report(1);
        return Report(points, best, silhouettes);
    }

    /// <summary>Different places, counted up to a number.</summary>
    private static int PlacesUntil(Spot[] spots, int enough)
    {
        var places = new HashSet<(double, double, double)>();
        for (var i = 0; i < spots.Length && places.Count < enough; i++)
            places.Add((spots[i].X, spots[i].Y, spots[i].Z));
        return places.Count;
    }

    private static (int Clusters, ImmutableSortedDictionary<int, double> Silhouettes) Search(
        Spot[] spots, int until, int seed, IProgress<double>? progress, CancellationToken cancellation)
    {
        var sample = Sample(spots, SilhouetteSample, seed);
        var silhouettes = ImmutableSortedDictionary.CreateBuilder<int, double>();
        for (var clusters = 2; clusters <= Math.Max(2, until); clusters++)
        {
            var labels = Fit(sample, clusters, seed, null, cancellation).Labels;
            silhouettes[clusters] = Silhouette.Mean(sample, labels, clusters);
            progress?.Report(SearchShare * clusters / Math.Max(2, until));
        }

        return (silhouettes.MaxBy(entry => entry.Value).Key, silhouettes.ToImmutable());
    }

    private static Refinement Fit(Spot[] spots, int clusters, int seed, IProgress<double>? progress, CancellationToken cancellation)
    {
        var sample = Sample(spots, Math.Max(SearchSample, PointsPerCluster * clusters), seed);
        var (random, best, least) = (new Random(seed), default(Refinement), double.PositiveInfinity);
        for (var start = 0; start < Starts; start++)
        {
            var trial = new Refinement(sample, GreedyStart.Centres(sample, clusters, random));
            trial.Run(cancellation);
            var inertia = trial.Inertia();
            if (inertia < least)
                (least, best) = (inertia, trial);
            progress?.Report(SearchShare + (1 - SearchShare) * (start + 1) / (Starts + 2));
        }

        if (clusters > 1)
            best = new Breathing(sample, random, cancellation).Improve(best!);
        if (sample.Length == spots.Length)
            return best!;
        var refinement = new Refinement(spots, best!.Centres.ToArray());
        refinement.Run(cancellation);
        return refinement;
    }

    /// <summary>A seeded sample without repeats; all points when they are few.</summary>
    private static Spot[] Sample(Spot[] spots, int most, int seed)
    {
        if (spots.Length <= most)
            return spots;
        var (random, sample) = (new Random(seed), new Spot[most]);
        var taken = 0;
        for (var i = 0; i < spots.Length && taken < most; i++)
        {
            // Knuth's selection: every point with the same chance, in their order.
            if (random.NextDouble() * (spots.Length - i) < most - taken)
                sample[taken++] = spots[i];
        }

        return sample;
    }

    private static KMeansReport Report(PointSet points, Refinement refinement, ImmutableSortedDictionary<int, double> silhouettes)
    {
        var (inertia, labels) = (refinement.Inertia(), refinement.Labels);
        var numbers = DensityReport.NumberByFirst(labels);
        var coordinates = new double[numbers.Count * points.Dimensions];
        foreach (var (centre, number) in numbers)
        {
            for (var axis = 0; axis < points.Dimensions; axis++)
                coordinates[number * points.Dimensions + axis] = refinement.Centres[centre][axis];
        }

        return new KMeansReport(points.Unembed(coordinates), ImmutableCollectionsMarshal.AsImmutableArray(labels), inertia, silhouettes, refinement.HasSettled);
    }
}
