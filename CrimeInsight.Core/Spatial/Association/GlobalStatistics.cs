using CrimeInsight.Core.Spatial.Weights;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Moran's I, Geary's C and Getis and Ord's G of a whole map. Pure; the same for the same seed whatever the threads.</summary>
public static class GlobalStatistics
{
    /// <summary>Most permutations.</summary>
    public const int MostPermutations = 999_999;

    /// <summary>Computes all three with their tests; islands are left out. O(links·(1 + permutations)).</summary>
    /// <param name="values">One for each place of <paramref name="weights"/>, finite.</param>
    /// <param name="permutations">0 (none) … <see cref="MostPermutations"/>.</param>
    /// <returns>A <see cref="GlobalReport"/>, or <see cref="GlobalImpossible"/> when nothing varies or nobody has a neighbour.</returns>
    /// <exception cref="ArgumentException">The values do not fit the weights, or a parameter is out of range.</exception>
    public static GlobalOutcome Run(
        ReadOnlySpan<double> values, SpatialWeights weights, int permutations = 999, int seed = 1, int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(weights);
        PlaceValues.Check(values, weights);
        Guard.Between(permutations, 0, MostPermutations);
        Guard.Between(threads, 1, int.MaxValue);
        if (PlaceValues.ObstacleOf(values, weights) is { } obstacle)
            return new GlobalImpossible(obstacle);
        var (kept, linked) = WithoutIslands(values, weights);
        if (PlaceValues.ObstacleOf(kept, linked) is { } left)
            return new GlobalImpossible(left);
        var moments = new GlobalMoments(kept, linked);
        var deviations = Array.ConvertAll(kept, value => value - moments.Mean);
        var identity = Enumerable.Range(0, kept.Length).ToArray();
        var observed = Sums(deviations, identity, linked, moments);
        var extreme = permutations == 0 ? default : Permute(deviations, linked, moments, observed, permutations, seed, threads, cancellationToken);
        double? Share(int count) => permutations == 0 ? null : (count + 1.0) / (permutations + 1);

        var moran = moments.Moran(observed.Cross);
        return new GlobalReport(
            weights.Source,
            kept.Length,
            weights.Islands.Length,
            Test(moran, moments.MoranExpectation, moments.MoranVariance, 1, GlobalAssumption.Randomisation, Share(extreme.Moran)),
            Test(moran, moments.MoranExpectation, moments.MoranNormalVariance, 1, GlobalAssumption.Normality, null),
            Test(moments.Geary(observed.Spread), 1, moments.GearyVariance, -1, GlobalAssumption.Randomisation, Share(extreme.Geary)),
            kept.Min() < 0 || kept.Count(value => value > 0) < 2 ? null
                : Test(observed.Product / moments.Pairs, moments.GetisOrdExpectation, moments.GetisOrdVariance, 1, GlobalAssumption.Randomisation,
                    Share(extreme.GetisOrd)),
            permutations,
            seed);
    }

    private static GlobalTest Test(double value, double expectation, double variance, int sign, GlobalAssumption assumption, double? simulated)
    {
        var z = variance > 0 ? sign * (value - expectation) / Math.Sqrt(variance) : 0;
        return new GlobalTest(value, expectation, variance, z, assumption, Normal.UpperTail(z), simulated);
    }

    private static (double[] Values, SpatialWeights Weights) WithoutIslands(ReadOnlySpan<double> values, SpatialWeights weights)
    {
        if (weights.Islands.IsEmpty)
            return (values.ToArray(), weights);
        // A neighbour that is an island itself (one-way links) stays: it only has no row.
        var isLinked = new bool[weights.Count];
        for (var place = 0; place < weights.Count; place++)
        {
            isLinked[place] |= weights.NeighbourCount(place) > 0;
            foreach (var neighbour in weights.NeighboursOf(place))
                isLinked[neighbour] = true;
        }

        return weights.Only(values, isLinked);
    }

    /// <param name="Cross">Σ wᵢⱼ zᵢ zⱼ.</param>
    /// <param name="Spread">Σ wᵢⱼ (zᵢ − zⱼ)².</param>
    /// <param name="Product">Σ wᵢⱼ xᵢ xⱼ.</param>
    private readonly record struct PairSums(double Cross, double Spread, double Product);

    private static PairSums Sums(double[] deviations, int[] order, SpatialWeights weights, GlobalMoments moments)
    {
        var (cross, squares, linear, total) = (0.0, 0.0, 0.0, 0.0);
        for (var place = 0; place < order.Length; place++)
        {
            var neighbours = weights.NeighboursOf(place);
            var row = weights.WeightsOf(place);
            var (own, lag) = (deviations[order[place]], 0.0);
            for (var j = 0; j < row.Length; j++)
                lag += row[j] * deviations[order[neighbours[j]]];
            cross += own * lag;
            squares += moments.Degrees[place] * own * own;
            linear += moments.Degrees[place] * own;
            total += moments.Degrees[place];
        }

        return new PairSums(cross, squares - 2 * cross, cross + moments.Mean * linear + moments.Mean * moments.Mean * total / 2);
    }

    private static (int Moran, int Geary, int GetisOrd) Permute(
        double[] deviations, SpatialWeights weights, GlobalMoments moments, PairSums observed, int permutations, int seed, int threads,
        CancellationToken cancellationToken)
    {
        const double rounding = 1e-12;
        var (crossLimit, spreadLimit, productLimit) =
            (observed.Cross - rounding * Math.Abs(observed.Cross), observed.Spread * (1 + rounding), observed.Product - rounding * Math.Abs(observed.Product));
        var (moran, geary, getisOrd) = (0, 0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, permutations, options, () => new int[deviations.Length], (permutation, _, order) =>
        {
            var random = new ReplicaRandom(seed, permutation);
            for (var i = 0; i < order.Length; i++)
            {
                var at = random.NextIndex(i + 1);
                order[i] = order[at];
                order[at] = i;
            }

            var sums = Sums(deviations, order, weights, moments);
            if (sums.Cross >= crossLimit)
                Interlocked.Increment(ref moran);
            if (sums.Spread <= spreadLimit)
                Interlocked.Increment(ref geary);
            if (sums.Product >= productLimit)
                Interlocked.Increment(ref getisOrd);
            return order;
        }, _ => { });
        return (moran, geary, getisOrd);
    }
}
