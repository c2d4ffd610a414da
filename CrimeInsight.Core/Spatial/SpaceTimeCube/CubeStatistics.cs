using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;


namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>
/// Gi* of every bin of a cube and its two-sided p-value. A bin's neighbourhood is the place and its neighbours in the bin's step and
/// the steps just before, all with weight 1; chance is every order of the values over all bins of the cube.
/// </summary>
internal sealed class CubeStatistics
{
    private readonly double[] _values;
    private readonly SpatialWeights _weights;
    private readonly int _steps;
    private readonly int _earlier;

    /// <param name="values">step · places + place.</param>
    public CubeStatistics(double[] values, SpatialWeights weights, int steps, int earlierSteps)
    {
        (_values, _weights, _steps, _earlier) = (values, weights, steps, earlierSteps);
        (Sums, Z, P) = (new double[values.Length], new double[values.Length], new double[values.Length]);
    }

    /// <summary>Sum over the neighbourhood, the bin itself included.</summary>
    public double[] Sums { get; }

    public double[] Z { get; }

    public double[] P { get; }

    private int Places => _weights.Count;

    /// <summary>Bins in a neighbourhood, the bin itself included.</summary>
    public int SizeOf(int bin) => (_weights.NeighbourCount(bin % Places) + 1) * (Math.Min(bin / Places, _earlier) + 1);

    public void Compute(int permutations, int seed, int threads, CancellationToken cancellationToken)
    {
        Lags();
        Standardise();
        Test(permutations, seed, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken });
    }

    private void Lags()
    {
        var own = new double[_values.Length];
        for (var step = 0; step < _steps; step++)
        {
            var slice = _values.AsSpan(step * Places, Places);
            for (var place = 0; place < Places; place++)
            {
                var sum = slice[place];
                foreach (var neighbour in _weights.NeighboursOf(place))
                    sum += slice[neighbour];
                own[step * Places + place] = sum;
            }
        }

        for (var bin = 0; bin < own.Length; bin++)
            for (var (at, back) = (bin, 0); back <= _earlier && at >= 0; back++, at -= Places)
                Sums[bin] += own[at];
    }

    private void Standardise()
    {
        double count = _values.Length;
        var mean = LocalMoments.Mean(_values);
        var variance = LocalMoments.SquaredDeviations(_values, mean) / count;
        for (var bin = 0; bin < Z.Length; bin++)
        {
            double size = SizeOf(bin);
            var spread = variance * size * (count - size) / (count - 1);
            Z[bin] = spread > 0 ? (Sums[bin] - size * mean) / Math.Sqrt(spread) : 0;
        }
    }

    private void Test(int permutations, int seed, ParallelOptions options)
    {
        P.AsSpan().Fill(1);
        var sizes = Enumerable.Range(0, _values.Length).Where(bin => SizeOf(bin) > 1).ToLookup(bin => SizeOf(bin) - 1).OrderBy(group => group.Key).ToArray();
        if (sizes.Length == 0)
            return;
        var random = new RandomNeighbours(_values.Length, sizes[^1].Key, permutations, seed);
        var chance = new EqualWeightNull(_values, random);
        var moments = SumMoments.Of(_values);
        foreach (var bins in sizes)
        {
            chance.MoveTo(bins.Key);
            var tail = new ExtendedTail(chance.Sorted, moments.ForSumOf(bins.Key));
            int[] list = [.. bins];
            Parallel.For(0, (list.Length + ChunkSize - 1) / ChunkSize, options, chunk =>
            {
                foreach (var bin in list.AsSpan(chunk * ChunkSize, Math.Min(ChunkSize, list.Length - chunk * ChunkSize)))
                {
                    var others = Sums[bin] - _values[bin];
                    P[bin] = tail.TwoSidedP(chance.TailsOf(bin, others), others);
                }
            });
        }
    }

    private const int ChunkSize = 512;
}
