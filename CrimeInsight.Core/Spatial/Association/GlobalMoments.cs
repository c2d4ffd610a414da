using CrimeInsight.Core.Spatial.Weights;


namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// Sums of weights and values from which the global statistics, their expectations and variances follow. Cliff and Ord (1981),
/// Spatial Processes, §1.4 and §2.3 (Moran, Geary); Getis and Ord (1992), doi:10.1111/j.1538-4632.1992.tb00261.x (G).
/// </summary>
internal sealed class GlobalMoments
{
    private readonly double _s0;
    private readonly double _s1;
    private readonly double _s2;
    private readonly double _n;
    private readonly double _squares;
    private readonly double _kurtosis;
    private readonly double[] _values;

    /// <param name="values">One for each place; no place is an island.</param>
    public GlobalMoments(double[] values, SpatialWeights weights)
    {
        (_values, _n) = (values, values.Length);
        Mean = LocalMoments.Mean(values);
        Degrees = new double[values.Length];
        for (var place = 0; place < values.Length; place++)
        {
            var neighbours = weights.NeighboursOf(place);
            var row = weights.WeightsOf(place);
            for (var j = 0; j < row.Length; j++)
            {
                Degrees[place] += row[j];
                Degrees[neighbours[j]] += row[j];
                _s0 += row[j];
                _s1 += row[j] * row[j] + row[j] * Back(weights, neighbours[j], place);
            }
        }

        foreach (var degree in Degrees)
            _s2 += degree * degree;
        _squares = LocalMoments.SquaredDeviations(values, Mean);
        _kurtosis = LocalMoments.FourthDeviations(values, Mean) * _n / (_squares * _squares);
    }

    public double Mean { get; }

    /// <summary>Row sum plus column sum of each place.</summary>
    public double[] Degrees { get; }

    /// <param name="cross">Σ wᵢⱼ zᵢ zⱼ.</param>
    public double Moran(double cross) => _n / _s0 * cross / _squares;

    /// <param name="spread">Σ wᵢⱼ (zᵢ − zⱼ)².</param>
    public double Geary(double spread) => (_n - 1) * spread / (2 * _s0 * _squares);

    public double MoranExpectation => -1 / (_n - 1);

    public double MoranVariance => (_n * (_s1 * (_n * _n - 3 * _n + 3) - _n * _s2 + 3 * _s0 * _s0)
        - _kurtosis * (_s1 * (_n * _n - _n) - 2 * _n * _s2 + 6 * _s0 * _s0)) / ((_n - 1) * (_n - 2) * (_n - 3) * _s0 * _s0)
            - MoranExpectation * MoranExpectation;

    public double MoranNormalVariance =>
        (_n * _n * _s1 - _n * _s2 + 3 * _s0 * _s0) / (_s0 * _s0 * (_n * _n - 1)) - MoranExpectation * MoranExpectation;

    public double GearyVariance => ((_n - 1) * _s1 * (_n * _n - 3 * _n + 3 - _kurtosis * (_n - 1))
        - 0.25 * (_n - 1) * _s2 * (_n * _n + 3 * _n - 6 - _kurtosis * (_n * _n - _n + 2))
        + _s0 * _s0 * (_n * _n - 3 - _kurtosis * (_n - 1) * (_n - 1))) / (_n * (_n - 2) * (_n - 3) * _s0 * _s0);

    /// <summary>Σ over pairs of different places of xᵢ xⱼ, by which G is divided.</summary>
    public double Pairs
    {
        get
        {
            var (one, two) = (PowerSum(1), PowerSum(2));
            return one * one - two;
        }
    }

    public double GetisOrdExpectation => _s0 / (_n * (_n - 1));

    public double GetisOrdVariance
    {
        get
        {
            var (m1, m2, m3, m4) = (PowerSum(1), PowerSum(2), PowerSum(3), PowerSum(4));
            var s0Squared = _s0 * _s0;
            var b0 = (_n * _n - 3 * _n + 3) * _s1 - _n * _s2 + 3 * s0Squared;
            var b1 = -((_n * _n - _n) * _s1 - 2 * _n * _s2 + 6 * s0Squared);
            var b2 = -(2 * _n * _s1 - (_n + 3) * _s2 + 6 * s0Squared);
            var b3 = 4 * (_n - 1) * _s1 - 2 * (_n + 1) * _s2 + 8 * s0Squared;
            var b4 = _s1 - _s2 + s0Squared;
            var square = (b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 * m1 * m1 * m1)
                / (Pairs * Pairs * _n * (_n - 1) * (_n - 2) * (_n - 3));
            return square - GetisOrdExpectation * GetisOrdExpectation;
        }
    }

    private double PowerSum(int power)
    {
        var sum = 0.0;
        foreach (var value in _values)
        {
            var term = value;
            for (var i = 1; i < power; i++)
                term *= value;
            sum += term;
        }

        return sum;
    }

    private static double Back(SpatialWeights weights, int from, int until)
    {
        var at = weights.NeighboursOf(from).BinarySearch(until);
        return at < 0 ? 0 : weights.WeightsOf(from)[at];
    }
}
