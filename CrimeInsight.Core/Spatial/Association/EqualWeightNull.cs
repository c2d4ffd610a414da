namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// Sums over random neighbourhoods where all neighbours weigh the same. All places with the same number of neighbours share one
/// sorted list of sums; only the few draws in which a place comes up itself are put right for it. That takes
/// O(draws·neighbours + places·(log draws + draws·neighbours/places)) instead of O(places·draws·neighbours), for the same p-values.
/// </summary>
internal sealed class EqualWeightNull
{
    private readonly double[] _values;
    private readonly RandomNeighbours _random;
    private readonly double _tolerance;
    private readonly double[] _sums;
    private int _columns;

    public EqualWeightNull(double[] values, RandomNeighbours random)
    {
        (_values, _random) = (values, random);
        _sums = new double[random.Draws];
        Sorted = new double[random.Draws];
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        _tolerance = SumTolerance * Math.Max(1, random.Most) * largest;
    }

    /// <summary>Sums closer than this share of the largest possible one are ties: they differ by rounding only.</summary>
    public const double SumTolerance = 1e-12;

    /// <summary>The sums for the present number of neighbours over all places, ascending.</summary>
    public double[] Sorted { get; }

    /// <summary>Goes on to more neighbours.</summary>
    /// <param name="neighbours">More than before.</param>
    public void MoveTo(int neighbours)
    {
        for (; _columns < neighbours; _columns++)
        {
            var column = _random.Column(_columns);
            for (var draw = 0; draw < column.Length; draw++)
                _sums[draw] += _values[column[draw]];
        }

        _sums.CopyTo(Sorted, 0);
        Array.Sort(Sorted);
    }

    /// <summary>Where the sum over a place's neighbours stands. May be called from several threads at once.</summary>
    public TailCounts TailsOf(int place, double observed)
    {
        var (least, most) = (observed - _tolerance, observed + _tolerance);
        var below = CountBelow(Sorted, least);
        var above = Sorted.Length - CountBelow(Sorted, Math.BitIncrement(most));
        var reserve = _random.Reserve;
        foreach (var hit in _random.HitsOf(place))
        {
            if (hit >= _columns * _random.Draws)
                break;
            var draw = hit % _random.Draws;
            var (before, after) = (_sums[draw], _sums[draw] - _values[place] + _values[reserve[draw]]);
            below += (after < least ? 1 : 0) - (before < least ? 1 : 0);
            above += (after > most ? 1 : 0) - (before > most ? 1 : 0);
        }

        return new TailCounts(below, above, _random.Draws);
    }

    /// <summary>Values below a limit in an ascending list.</summary>
    private static int CountBelow(double[] sorted, double limit)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (sorted[middle] < limit)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
