using System.Globalization;
using CrimeInsight.Core.Spatial.Weights;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// Local statistics of spatial association: Getis–Ord Gi* and Gi, local Moran's I, with p-values of the normal approximation and of
/// conditional permutations, corrected for the number of places. Pure; the same for the same request whatever the threads.
/// </summary>
public static class LocalStatistics
{
    /// <summary>Fewest places that have a variance under chance.</summary>
    public const int LeastPlaces = 4;

    private const long MostDrawn = 100_000_000;

    /// <summary>
    /// Computes the statistic of every place. O(links) plus the permutations: 10,000 places with 8 neighbours and 999 permutations
    /// take some milliseconds, 199,999 some tenths of a second.
    /// </summary>
    /// <param name="values">One for each place of <paramref name="weights"/>, finite.</param>
    /// <param name="threads">Most threads at once, 1 or more.</param>
    /// <returns>A <see cref="LocalReport"/>, or <see cref="LocalImpossible"/> when nothing varies or nobody has a neighbour.</returns>
    /// <exception cref="ArgumentException">The values do not fit the weights, or the permutations asked for need too much memory.</exception>
    public static LocalOutcome Run(
        ReadOnlySpan<double> values, SpatialWeights weights, LocalRequest request, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(request);
        PlaceValues.Check(values, weights);
        Guard.Between(threads, 1, int.MaxValue);
        if (PlaceValues.ObstacleOf(values, weights) is { } obstacle)
            return new LocalImpossible(obstacle);
        var permutations = request.Permutations ?? LocalPermutation.Automatic(weights, request.Level);
        if ((long)permutations * (weights.MostNeighbours + 1) > MostDrawn)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{permutations} permutations of {weights.MostNeighbours} neighbours need too much memory; ask for at "
                    + $"most {MostDrawn / (weights.MostNeighbours + 1)} permutations."));
        }

        var scaled = PlaceValues.Scaled(values, request.Scale);
        var (statistic, z, lags) = (new double[values.Length], new double[values.Length], new double[values.Length]);
        Compute(scaled, weights, request, statistic, z, lags);
        var normal = Normals(z, weights);
        var simulated = permutations == 0 ? [] : LocalPermutation.Run(scaled, weights, permutations, request.Seed, threads, cancellationToken);
        if (request.Method == LocalMethod.Moran)
            SetAverage(scaled, simulated);
        var mean = LocalMoments.Mean(scaled);
        LocalClass?[] whyNot = [
            .. Enumerable.Range(0, z.Length).Select(place => weights.NeighbourCount(place) > 0 ? (LocalClass?)null : LocalClass.NoNeighbours)];
        return LocalVerdict.Of(request, weights, permutations, statistic, z, normal, simulated, Array.ConvertAll(scaled, value => value - mean), lags, whyNot);
    }

    /// <summary>The statistic of a place with exactly the mean is 0 whatever its neighbours.</summary>
    private static void SetAverage(ReadOnlySpan<double> values, Span<double> simulated)
    {
        var mean = LocalMoments.Mean(values);
        for (var place = 0; place < simulated.Length; place++)
            simulated[place] = values[place] == mean ? 1 : simulated[place];
    }

    private static void Compute(ReadOnlySpan<double> values, SpatialWeights weights, LocalRequest request, double[] statistic, double[] z, double[] lags)
    {
        if (request.Method == LocalMethod.Moran)
        {
            LocalMoments.Moran(values, weights, request.Variance, statistic, z, lags);
            return;
        }

        if (request.Method == LocalMethod.GetisOrdStar)
            LocalMoments.GetisOrdStar(values, weights, z);
        else
            LocalMoments.GetisOrd(values, weights, z);
        z.CopyTo(statistic, 0);
    }

    private static double[] Normals(double[] z, SpatialWeights weights)
    {
        var p = new double[z.Length];
        for (var place = 0; place < p.Length; place++)
            p[place] = weights.NeighbourCount(place) == 0 ? 1 : Math.Min(1, 2 * Normal.UpperTail(Math.Abs(z[place])));
        return p;
    }
}
