using System.Collections.Concurrent;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>Clusters of some of a population, measured against all of it.</summary>
internal sealed class Draws(ClusterRegions regions, DbscanRequest clusters, int cases)
{
    private readonly ConcurrentBag<CellCores[]> _spare = [];

    /// <summary>The largest statistic of the clusters of a random part of the population; 0 without clusters.</summary>
    public double Largest(int seed, int replica, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var positions = Draw(new ReplicaRandom(seed, replica));
        return Measure(positions, Dbscan.Run(regions.At(positions), clusters, null, cancellationToken)).Ratios.DefaultIfEmpty().Max();
    }

    /// <param name="positions">Ascending.</param>
    /// <param name="found">The clusters of the places there.</param>
    public Measured Measure(int[] positions, DensityReport found)
    {
        var (own, population) = (new int[found.ClusterCount], new int[found.ClusterCount]);
        var next = 0;
        if (!_spare.TryTake(out var space))
            space = new CellCores[regions.CellCount];
        regions.Visit(positions, found, space, (position, label) =>
        {
            population[label]++;
            // Cells are visited in ascending order, and so are positions.
            while (next < positions.Length && positions[next] < position)
                next++;
            if (next < positions.Length && positions[next] == position)
                own[label]++;
        });
        _spare.Add(space);
        double[] ratios = [.. own.Select((count, label) => BernoulliRatio.Of(count, population[label], cases, regions.Order.Length))];
        return new Measured(own, population, ratios);
    }

    /// <summary>As many positions as there are cases, each set equally likely, ascending: Knuth, TAOCP 2, §3.4.2, algorithm S.</summary>
    private int[] Draw(ReplicaRandom random)
    {
        var (drawn, count, all) = (new int[cases], 0, regions.Order.Length);
        for (var position = 0; count < cases; position++)
        {
            if ((all - position) * random.NextUnit() < cases - count)
                drawn[count++] = position;
        }

        return drawn;
    }
}
