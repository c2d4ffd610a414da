using System.Numerics.Tensors;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Weighted sums over random neighbourhoods, place by place: O(draws·neighbours) each. May be called from several threads at once.</summary>
internal sealed class UnequalWeightNull
{
    private readonly double[] _values;
    private readonly RandomNeighbours _random;
    private readonly double[] _drawnValues;
    private readonly double _largest;

    public UnequalWeightNull(double[] values, RandomNeighbours random)
    {
        (_values, _random) = (values, random);
        _drawnValues = new double[random.Most * random.Draws];
        for (var column = 0; column < random.Most; column++)
        {
            var places = random.Column(column);
            var into = _drawnValues.AsSpan(column * random.Draws, random.Draws);
            for (var draw = 0; draw < into.Length; draw++)
                into[draw] = values[places[draw]];
        }

        foreach (var value in values)
            _largest = Math.Max(_largest, Math.Abs(value));
    }

    /// <param name="weights">Of the place's neighbours.</param>
    /// <param name="sums">Room for one value a draw.</param>
    public TailCounts TailsOf(int place, double observed, ReadOnlySpan<double> weights, Span<double> sums)
    {
        sums.Clear();
        var total = 0.0;
        for (var column = 0; column < weights.Length; column++)
        {
            TensorPrimitives.MultiplyAdd(_drawnValues.AsSpan(column * _random.Draws, _random.Draws), weights[column], sums, sums);
            total += weights[column];
        }

        var reserve = _random.Reserve;
        foreach (var hit in _random.HitsOf(place))
        {
            if (hit >= weights.Length * _random.Draws)
                break;
            var draw = hit % _random.Draws;
            sums[draw] += weights[hit / _random.Draws] * (_values[reserve[draw]] - _values[place]);
        }

        var tolerance = EqualWeightNull.SumTolerance * total * _largest;
        var (below, above, least, most) = (0, 0, observed - tolerance, observed + tolerance);
        foreach (var sum in sums)
        {
            below += sum < least ? 1 : 0;
            above += sum > most ? 1 : 0;
        }

        return new TailCounts(below, above, _random.Draws);
    }
}
