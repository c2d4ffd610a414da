using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>
/// The distribution of one step of a forecast, rebuilt from its interval bounds: each bound of a central level p is the
/// quantile (1 ∓ p/100)/2; between two bounds, and beyond the outermost, the value is linear in the normal score of the
/// probability. Bounds that coincide (a count's lower ends at zero) hold the probability of the uppermost of them.
/// Deviation from a full predictive distribution: the shape between bounds is assumed. O(levels).
/// </summary>
public sealed class PredictiveDistribution
{
    private readonly double[] _values;
    private readonly double[] _scores;

    /// <param name="bands">One or more levels, ascending.</param>
    /// <param name="step">Index of the step, from 0.</param>
    public PredictiveDistribution(ImmutableArray<ForecastBand> bands, int step)
    {
        Guard.Between(bands.Length, 1, int.MaxValue, "number of bands");
        Guard.Between(step, 0, bands[0].Lower.Length - 1);
        var quantiles = bands
            .SelectMany(band => new[] { (Score: -ScoreOf(band), Value: band.Lower[step]), (Score: ScoreOf(band), Value: band.Upper[step]) })
            .OrderBy(quantile => quantile.Score)
            .ToArray();
        _values = [.. quantiles.Select(quantile => quantile.Value)];
        _scores = [.. quantiles.Select(quantile => quantile.Score)];
        // Bounds that cross by rounding would make probabilities fall.
        for (var i = 1; i < _values.Length; i++)
            _values[i] = Math.Max(_values[i], _values[i - 1]);
    }

    /// <summary>Probability, 0 … 1, that a count above a known count comes (with continuity correction: at least one more).</summary>
    public double ProbabilityOfMoreThan(double count) => TailOf(ScoreAt(Math.Floor(count) + 0.5));

    /// <summary>Probability, 0 … 1, that a value not above the given one comes.</summary>
    public double ProbabilityUpTo(double value) => 1 - TailOf(ScoreAt(value));

    private double ScoreAt(double value)
    {
        var last = _values.Length - 1;
        if (value >= _values[last])
            return Extrapolate(last, value, 1);
        if (value < _values[0])
            return Extrapolate(0, value, -1);
        var above = Array.FindIndex(_values, known => known > value);
        var share = (value - _values[above - 1]) / (_values[above] - _values[above - 1]);
        return _scores[above - 1] + share * (_scores[above] - _scores[above - 1]);
    }

    // Beyond a bound the spread of its own side goes on; a forecast without spread is a step.
    private double Extrapolate(int at, double value, int side)
    {
        var middle = Middle();
        var spread = (_values[at] - middle) / _scores[at];
        if (spread > 0)
            return _scores[at] + (value - _values[at]) / spread;
        return value == _values[at] ? _scores[at] : side * double.PositiveInfinity;
    }

    private double Middle()
    {
        var half = _values.Length / 2;
        return (_values[half - 1] + _values[half]) / 2;
    }

    private static double TailOf(double score) => double.IsInfinity(score) ? (score > 0 ? 0 : 1) : Normal.UpperTail(score);

    private static double ScoreOf(ForecastBand band) => Normal.Quantile(0.5 + band.LevelPercent / 200);
}
