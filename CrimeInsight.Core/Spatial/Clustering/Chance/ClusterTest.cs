using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>
/// Whether clusters of cases are more than chance makes of the same number drawn from a population, such as all crimes: a scan
/// whose windows are the clusters of DBSCAN, of any shape. Each cluster's statistic is the likelihood ratio of the Bernoulli model
/// (Kulldorff 1997, doi:10.1080/03610929708831995) of the cases against the population within reach of its core points; in each draw the
/// clusters are found anew, and the largest statistic of all is kept.
/// </summary>
/// <remarks>
/// Random labelling (Diggle and Chetwynd 1991, doi:10.2307/2532668) with a maximum over all clusters: where the cases are a random part of the
/// population, the chance that any cluster has p ≤ α is at most α, however unevenly the population lies. Pure; threads change no digit.
/// O(draws · (population + DBSCAN of the cases)).
/// </remarks>
public static class ClusterTest
{
    private const int Batch = 32;

    // Equal statistics must count as equal whatever the order of additions.
    private const double Tolerance = 1e-9;

    /// <param name="population">All that could have been cases, the cases among them.</param>
    /// <param name="isCase">Of each.</param>
    /// <param name="progress">Share done, 0 … 1, from any thread.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static ClusterTestReport Run(
        MetrePoints population, ReadOnlySpan<bool> isCase, ClusterTestRequest request, IProgress<double>? progress = null, int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(request);
        Guard.Between(threads, 1, int.MaxValue);
        if (isCase.Length != population.Count)
            throw new ArgumentException($"isCase has {isCase.Length} values for {population.Count} places; give one for each.", nameof(isCase));
        int[] cases = [.. Positions(isCase)];
        var found = Dbscan.Run(population.At(cases), request.Clusters, null, cancellationToken);
        if (found.ClusterCount == 0)
            return new ClusterTestReport(request, found, [], 0);
        var regions = new ClusterRegions(population, request.Clusters.EpsMetres);
        var study = new Draws(regions, request.Clusters, cases.Length);
        var (positions, arranged) = regions.Arrange(cases, found);
        var observed = study.Measure(positions, arranged);
        var (hits, replicas) = Compare(study, request, observed, progress, threads, cancellationToken);
        return new ClusterTestReport(request, found, Tested(observed, (double)cases.Length / population.Count, hits, replicas), replicas);
    }

    private static List<int> Positions(ReadOnlySpan<bool> isCase)
    {
        var positions = new List<int>();
        for (var i = 0; i < isCase.Length; i++)
        {
            if (isCase[i])
                positions.Add(i);
        }

        return positions;
    }

    /// <summary>How many draws reach each observed cluster, and how many were made.</summary>
    private static (int[] Hits, int Replicas) Compare(
        Draws study, ClusterTestRequest request, Measured observed, IProgress<double>? progress, int threads, CancellationToken cancellationToken)
    {
        var (hits, replicas, best) = (new int[observed.Ratios.Length], 0, observed.Ratios.IndexOf(observed.Ratios.Max()));
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        while (replicas < request.Replicas && (request.StopAfterHits == 0 || hits[best] < request.StopAfterHits))
        {
            var maxima = new double[Math.Min(Batch, request.Replicas - replicas)];
            Parallel.For(0, maxima.Length, options, i => maxima[i] = study.Largest(request.Seed, replicas + i, cancellationToken));
            for (var cluster = 0; cluster < hits.Length; cluster++)
                hits[cluster] += maxima.Count(largest => largest >= observed.Ratios[cluster] - Tolerance);
            replicas += maxima.Length;
            progress?.Report((double)replicas / request.Replicas);
        }

        return (hits, replicas);
    }

    private static ImmutableArray<TestedCluster> Tested(Measured observed, double share, int[] hits, int replicas) =>
    [
        .. hits.Select((reached, label) => new TestedCluster(
            label, observed.Cases[label], observed.Population[label], share * observed.Population[label], observed.Ratios[label],
            (reached + 1.0) / (replicas + 1))),
    ];
}
