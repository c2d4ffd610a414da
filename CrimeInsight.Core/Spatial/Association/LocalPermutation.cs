using CrimeInsight.Core.Spatial.Weights;


namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Conditional permutations of all places: the place keeps its value, the others are shuffled over its neighbours.</summary>
internal static class LocalPermutation
{
    private const int LeastAutomatic = 999;
    private const int MostAutomatic = 400_000;

    /// <summary>Numbers drawn at the most when the permutations are chosen automatically (64 MB), and work per place of unequal weights.</summary>
    private const int MostDrawn = 16_000_000;
    private const int MostAutomaticUnequal = 10_000;

    /// <summary>Enough that one place alone can pass Benjamini and Hochberg's correction, as far as memory allows.</summary>
    public static int Automatic(SpatialWeights weights, double level)
    {
        var most = weights.HasEqualWeights ? MostAutomatic : MostAutomaticUnequal;
        var needed = Math.Min(most, 2.0 * weights.Count / level);
        var kinds = Groups(weights).Count;
        return (int)Math.Max(LeastAutomatic, Math.Ceiling(Math.Min(needed, MostDrawn / (double)(weights.MostNeighbours + 1 + kinds)) - 1));
    }

    /// <summary>Two-sided p-value of each place; 1 for islands.</summary>
    public static double[] Run(double[] values, SpatialWeights weights, int permutations, int seed, int threads, CancellationToken cancellationToken)
    {
        var p = new double[values.Length];
        p.AsSpan().Fill(1);
        var random = new RandomNeighbours(values.Length, weights.MostNeighbours, permutations, seed);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        if (weights.HasEqualWeights)
            Equal(values, weights, random, p, options);
        else
            Unequal(values, weights, random, p, options);
        return p;
    }

    private static void Equal(double[] values, SpatialWeights weights, RandomNeighbours random, double[] p, ParallelOptions options)
    {
        var chance = new EqualWeightNull(values, random);
        foreach (var (neighbours, places) in Groups(weights))
        {
            chance.MoveTo(neighbours);
            Parallel.ForEach(Chunks(places.Count), options, chunk =>
            {
                for (var i = chunk.From; i < chunk.Until; i++)
                {
                    var sum = 0.0;
                    foreach (var neighbour in weights.NeighboursOf(places[i]))
                        sum += values[neighbour];
                    p[places[i]] = chance.TailsOf(places[i], sum).TwoSidedP;
                }
            });
        }
    }

    private static void Unequal(double[] values, SpatialWeights weights, RandomNeighbours random, double[] p, ParallelOptions options)
    {
        var chance = new UnequalWeightNull(values, random);
        Parallel.ForEach(Chunks(values.Length), options, chunk =>
        {
            var sums = new double[random.Draws];
            for (var place = chunk.From; place < chunk.Until; place++)
            {
                var neighbours = weights.NeighboursOf(place);
                var row = weights.WeightsOf(place);
                if (row.IsEmpty)
                    continue;
                var observed = 0.0;
                for (var j = 0; j < row.Length; j++)
                    observed += row[j] * values[neighbours[j]];
                p[place] = chance.TailsOf(place, observed, row, sums).TwoSidedP;
            }
        });
    }

    /// <summary>Places by their number of neighbours, fewest first, without islands.</summary>
    private static SortedDictionary<int, List<int>> Groups(SpatialWeights weights)
    {
        var groups = new SortedDictionary<int, List<int>>();
        for (var place = 0; place < weights.Count; place++)
        {
            var neighbours = weights.NeighbourCount(place);
            if (neighbours == 0)
                continue;
            if (!groups.TryGetValue(neighbours, out var places))
                groups[neighbours] = places = [];
            places.Add(place);
        }

        return groups;
    }

    private static IEnumerable<(int From, int Until)> Chunks(int count)
    {
        const int size = 256;
        for (var from = 0; from < count; from += size)
            yield return (from, Math.Min(count, from + size));
    }
}
