using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// Seasonal-trend decomposition by local regression, plain and robust: y = trend + season + remainder. Equal to R's
/// <c>stl</c>, whose defaults it takes. O(n·window) a loop.
/// Reference: Cleveland, Cleveland, McRae and Terpenning (1990), STL: A Seasonal-Trend Decomposition Procedure Based on
/// Loess, Journal of Official Statistics 6(1):3–73.
/// </summary>
internal sealed class Stl
{
    private readonly StlSettings _settings;
    private readonly double[] _values;
    private readonly double[] _trend;
    private readonly double[] _season;
    private readonly double[] _weights;
    private readonly double[] _cycles;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _scratch;
    private bool _isWeighted;

    private Stl(ReadOnlySpan<double> values, StlSettings settings)
    {
        _settings = settings;
        _values = values.ToArray();
        var padded = values.Length + 2 * settings.SeasonLength;
        (_trend, _season, _weights) = (new double[values.Length], new double[values.Length], new double[values.Length]);
        (_cycles, _first, _second, _scratch) = (new double[padded], new double[padded], new double[padded], new double[padded]);
        Array.Fill(_weights, 1);
    }

    /// <param name="values">At least two seasons, finite.</param>
    public static StlComponents Decompose(ReadOnlySpan<double> values, StlSettings settings)
    {
        Guard.AllFinite(values);
        if (values.Length < 2 * settings.SeasonLength)
            throw new ArgumentException($"STL needs two seasons, {2 * settings.SeasonLength} values, got {values.Length}; widen the period.", nameof(values));
        return new Stl(values, settings).Run();
    }

    private StlComponents Run()
    {
        for (var outer = 0; outer <= _settings.OuterLoops; outer++)
        {
            for (var inner = 0; inner < _settings.InnerLoops; inner++)
                SmoothOnce();
            if (outer < _settings.OuterLoops)
                Reweight();
        }

        if (_settings.SeasonWindow is null)
            MakePeriodic();
        var remainder = new double[_values.Length];
        for (var t = 0; t < remainder.Length; t++)
            remainder[t] = _values[t] - _trend[t] - _season[t];
        return new StlComponents(_trend, _season, remainder, _weights);
    }

    private ReadOnlySpan<double> Robustness => _isWeighted ? _weights : [];

    private void SmoothOnce()
    {
        var n = _values.Length;
        for (var t = 0; t < n; t++)
            _first[t] = _values[t] - _trend[t];
        SmoothCycles(_first.AsSpan(0, n));
        var period = _settings.SeasonLength;
        MovingMean(_cycles, _first.AsSpan(0, n + period + 1), period);
        MovingMean(_first.AsSpan(0, n + period + 1), _second.AsSpan(0, n + 2), period);
        MovingMean(_second.AsSpan(0, n + 2), _first.AsSpan(0, n), 3);
        var lowPass = _settings.LowPassWindow;
        Loess.Smooth(_first.AsSpan(0, n), lowPass, 1, JumpOf(lowPass), [], _second, _scratch);
        for (var t = 0; t < n; t++)
        {
            _season[t] = _cycles[period + t] - _second[t];
            _first[t] = _values[t] - _season[t];
        }

        var window = _settings.TrendWindowFor(n);
        Loess.Smooth(_first.AsSpan(0, n), window, 1, JumpOf(window), Robustness, _trend, _scratch);
    }

    /// <summary>Smooths the values of each place in the season over the seasons, one season further on both sides.</summary>
    private void SmoothCycles(ReadOnlySpan<double> detrended)
    {
        var period = _settings.SeasonLength;
        var window = _settings.SeasonWindowFor(_values.Length);
        for (var place = 0; place < period; place++)
        {
            var count = (detrended.Length - 1 - place) / period + 1;
            Span<double> values = _second.AsSpan(0, count), robustness = _second.AsSpan(count, count);
            for (var i = 0; i < count; i++)
            {
                values[i] = detrended[i * period + place];
                robustness[i] = _weights[i * period + place];
            }

            var smooth = _scratch.AsSpan(0, count + 2);
            var weights = _scratch.AsSpan(count + 2, count);
            var robust = _isWeighted ? robustness : [];
            Loess.Smooth(values, window, StlSettings.SeasonDegree, JumpOf(window), robust, smooth[1..], weights);
            smooth[0] = Loess.At(values, window, StlSettings.SeasonDegree, 0, (1, Math.Min(window, count)), robust, weights) ?? smooth[1];
            smooth[count + 1] = Loess.At(values, window, StlSettings.SeasonDegree, count + 1, (Math.Max(1, count - window + 1), count), robust, weights)
                ?? smooth[count];
            for (var i = 0; i < smooth.Length; i++)
                _cycles[i * period + place] = smooth[i];
        }
    }

    /// <summary>Bisquare weights of the distances from the fit; one from six median distances on counts nothing.</summary>
    private void Reweight()
    {
        var n = _values.Length;
        for (var t = 0; t < n; t++)
            _first[t] = _weights[t] = Math.Abs(_values[t] - _trend[t] - _season[t]);
        Array.Sort(_first, 0, n);
        var sixMedians = 3 * (_first[n / 2] + _first[n - n / 2 - 1]);
        foreach (ref var weight in _weights.AsSpan())
        {
            var relative = weight / sixMedians;
            weight = weight <= 0.001 * sixMedians ? 1 : weight <= 0.999 * sixMedians ? (1 - relative * relative) * (1 - relative * relative) : 0;
        }

        _isWeighted = true;
    }

    private void MakePeriodic()
    {
        var period = _settings.SeasonLength;
        for (var place = 0; place < period; place++)
        {
            double sum = 0, count = 0;
            for (var t = place; t < _season.Length; t += period, count++)
                sum += _season[t];
            for (var t = place; t < _season.Length; t += period)
                _season[t] = sum / count;
        }
    }

    private static int JumpOf(int window) => (window + 9) / 10;

    private static void MovingMean(ReadOnlySpan<double> values, Span<double> means, int window)
    {
        var sum = 0.0;
        for (var i = 0; i < window; i++)
            sum += values[i];
        means[0] = sum / window;
        for (var i = 1; i < means.Length; i++)
        {
            sum += values[i + window - 1] - values[i - 1];
            means[i] = sum / window;
        }
    }
}
