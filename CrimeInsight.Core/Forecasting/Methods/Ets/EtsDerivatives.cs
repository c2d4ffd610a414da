using System.Numerics;
using System.Runtime.InteropServices;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Gradient and Gauss–Newton matrix of the likelihood by forward differentiation of the recursion, exactly and in one
/// pass over the series. Writing G for the geometric mean of ŷ (1 for additive error), the deviance is
/// n·log Σ r² with r = G·u, so the likelihood is a nonlinear least-squares problem in r for every form.
/// Gradient = Σ r ∂r / G², matrix = Σ ∂r ∂rᵀ / G² (only its upper triangle is filled). Cost n·(5p + p²/2) in vector
/// registers; sums run per element, so the result does not depend on the register width.
/// </summary>
internal sealed class EtsDerivatives
{
    private const int Block = 4;

    private readonly EtsLayout _layout;
    private readonly int _width;
    private readonly double[] _level;
    private readonly double[] _trend;
    private readonly double[] _seasons;
    private readonly double[] _expected;
    private readonly double[] _logs;
    private readonly double[] _season;
    private double[] _rows = [];
    private double _alpha;
    private double _beta;
    private double _gamma;
    private double _phi;
    private double _betaByAlpha;
    private double _betaByShare;
    private double _gammaByAlpha;
    private double _gammaByShare;

    public EtsDerivatives(EtsLayout layout)
    {
        _layout = layout;
        _width = layout.Width;
        _level = new double[_width];
        _trend = new double[_width];
        _expected = new double[_width];
        _logs = new double[_width];
        _seasons = new double[_width * layout.SeasonLength];
        _season = new double[layout.SeasonLength];
        Gradient = new double[_width];
        Matrix = new double[_width * _width];
    }

    public EtsLayout Layout => _layout;

    public double[] Gradient { get; }

    /// <summary>Row-major, <see cref="EtsLayout.Width"/> wide.</summary>
    public double[] Matrix { get; }

    /// <summary>Fills gradient and matrix at a feasible point.</summary>
    public void Evaluate(ReadOnlySpan<double> point, ReadOnlySpan<double> series)
    {
        if (_rows.Length < series.Length * _width)
            _rows = new double[series.Length * _width];
        Start(point);
        var squares = _layout.Form.Season == EtsSeason.Multiplicative ? PassMultiplicative(point, series) : PassLinear(point, series);
        FillMatrix(series.Length);
        if (_layout.Form.Error == EtsError.Multiplicative)
            AddGeometricMean(squares, series.Length);
    }

    private void Start(ReadOnlySpan<double> point)
    {
        foreach (var buffer in (ReadOnlySpan<double[]>)[_level, _trend, _seasons, _logs, Gradient])
            Array.Clear(buffer);
        _alpha = point[0];
        _beta = _layout.BetaOf(point);
        _gamma = _layout.GammaOf(point);
        _phi = _layout.PhiOf(point);
        (_betaByAlpha, _betaByShare) = _layout.Beta < 0 ? (0, 0) : (point[_layout.Beta], _alpha - EtsBounds.Least);
        (_gammaByAlpha, _gammaByShare) = _layout.Gamma < 0 ? (0, 0) : (-point[_layout.Gamma], 1 - _alpha - EtsBounds.Least);
        _layout.CopySeason(point, _season);
        _level[_layout.Level] = 1;
        if (_layout.Trend >= 0)
            _trend[_layout.Trend] = 1;
        for (var slot = 0; slot < _layout.SeasonLength - 1; slot++)
        {
            _seasons[slot * _width + _layout.Season + slot] = 1;
            _seasons[(_layout.SeasonLength - 1) * _width + _layout.Season + slot] = -1;
        }
    }

    private double PassLinear(ReadOnlySpan<double> point, ReadOnlySpan<double> series)
    {
        double level = point[_layout.Level], trend = _layout.Trend < 0 ? 0 : point[_layout.Trend], squares = 0;
        var relative = _layout.Form.Error == EtsError.Multiplicative;
        for (int t = 0, slot = 0; t < series.Length; t++)
        {
            var damped = _phi * trend;
            var expected = level + damped + _season[slot];
            var error = series[t] - expected;
            var seasonSlot = _seasons.AsSpan(slot * _width, _width);
            if (_layout.Phi >= 0)
                _trend[_layout.Phi] += trend / _phi;
            StepLinear(Vectors(_level), Vectors(_trend), Vectors(seasonSlot), Vectors(_expected));
            AddSmoothing(seasonSlot, error, error, error);
            level += damped + _alpha * error;
            trend = damped + _beta * error;
            _season[slot] += _gamma * error;
            var scaled = relative ? error / expected : error;
            Accumulate(t, scaled, relative ? -(1 + scaled) / expected : -1, relative ? 1 / expected : 0);
            squares += scaled * scaled;
            if (++slot == _season.Length)
                slot = 0;
        }

        return squares;
    }

    private double PassMultiplicative(ReadOnlySpan<double> point, ReadOnlySpan<double> series)
    {
        double level = point[_layout.Level], trend = _layout.Trend < 0 ? 0 : point[_layout.Trend], squares = 0;
        for (int t = 0, slot = 0; t < series.Length; t++)
        {
            var damped = _phi * trend;
            var line = level + damped;
            var factor = _season[slot];
            var expected = line * factor;
            var error = series[t] / expected - 1;
            var seasonSlot = _seasons.AsSpan(slot * _width, _width);
            if (_layout.Phi >= 0)
                _trend[_layout.Phi] += trend / _phi;
            StepMultiplicative(line, factor, series[t], seasonSlot);
            AddSmoothing(seasonSlot, line * error, line * error, factor * error);
            level = line + _alpha * line * error;
            trend = damped + _beta * line * error;
            _season[slot] = factor + _gamma * factor * error;
            Accumulate(t, error, -(1 + error) / expected, 1 / expected);
            squares += error * error;
            if (++slot == _season.Length)
                slot = 0;
        }

        return squares;
    }

    /// <summary>Derivatives of ŷ and of the next states, with the smoothing parameters held.</summary>
    private void StepLinear(Span<Vector<double>> level, Span<Vector<double>> trend, Span<Vector<double>> season, Span<Vector<double>> expected)
    {
        Vector<double> alpha = new(_alpha), beta = new(_beta), gamma = new(_gamma), phi = new(_phi);
        for (var i = 0; i < level.Length; i++)
        {
            var damped = phi * trend[i];
            var line = level[i] + damped;
            var value = line + season[i];
            level[i] = line - alpha * value;
            trend[i] = damped - beta * value;
            season[i] -= gamma * value;
            expected[i] = value;
        }
    }

    private void StepMultiplicative(double line, double factor, double observed, Span<double> seasonSlot)
    {
        Vector<double> alpha = new(_alpha), beta = new(_beta), gamma = new(_gamma), phi = new(_phi);
        Vector<double> lineNow = new(line), factorNow = new(factor);
        Vector<double> bySeason = new(observed / (factor * factor)), byLine = new(observed / (line * line));
        Span<Vector<double>> levels = Vectors(_level), trends = Vectors(_trend), seasons = Vectors(seasonSlot), expected = Vectors(_expected);
        for (var i = 0; i < levels.Length; i++)
        {
            var damped = phi * trends[i];
            var lines = levels[i] + damped;
            var season = seasons[i];
            expected[i] = factorNow * lines + lineNow * season;
            var innovation = -(bySeason * season) - lines;
            levels[i] = lines + alpha * innovation;
            trends[i] = damped + beta * innovation;
            seasons[i] = season - gamma * (byLine * lines + season);
        }
    }

    /// <summary>Adds what the states owe to the smoothing parameters themselves.</summary>
    private void AddSmoothing(Span<double> seasonSlot, double levelError, double trendError, double seasonError)
    {
        _level[0] += levelError;
        if (_layout.Beta >= 0)
        {
            _trend[0] += _betaByAlpha * trendError;
            _trend[_layout.Beta] += _betaByShare * trendError;
        }

        if (_layout.Gamma >= 0)
        {
            seasonSlot[0] += _gammaByAlpha * seasonError;
            seasonSlot[_layout.Gamma] += _gammaByShare * seasonError;
        }
    }

    /// <summary>Keeps one observation: its error, ∂error = <paramref name="scale"/>·∂ŷ, ∂ log ŷ = <paramref name="logScale"/>·∂ŷ.</summary>
    private void Accumulate(int t, double error, double scale, double logScale)
    {
        Span<Vector<double>> expected = Vectors(_expected), gradient = Vectors(Gradient), row = Vectors(_rows.AsSpan(t * _width, _width));
        Vector<double> scales = new(scale), errors = new(error);
        for (var i = 0; i < expected.Length; i++)
        {
            var derivative = scales * expected[i];
            row[i] = derivative;
            gradient[i] += errors * derivative;
        }

        if (logScale == 0)
            return;
        var logs = Vectors(_logs);
        var logScales = new Vector<double>(logScale);
        for (var i = 0; i < expected.Length; i++)
            logs[i] += logScales * expected[i];
    }

    /// <summary>Sum of ∂u ∂uᵀ over the kept observations, four rows at a time so the sums stay in registers.</summary>
    private void FillMatrix(int count)
    {
        var rows = _rows.AsSpan(0, count * _width);
        var matrix = Vectors(Matrix);
        var registers = _width / Vector<double>.Count;
        for (var first = 0; first < _width; first += Block)
        {
            for (var register = first / Vector<double>.Count; register < registers; register++)
            {
                Vector<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
                var column = register * Vector<double>.Count;
                for (var offset = 0; offset < rows.Length; offset += _width)
                {
                    var row = rows.Slice(offset, _width);
                    var values = new Vector<double>(row[column..]);
                    sum0 += values * row[first];
                    sum1 += values * row[first + 1];
                    sum2 += values * row[first + 2];
                    sum3 += values * row[first + 3];
                }

                matrix[first * registers + register] = sum0;
                matrix[(first + 1) * registers + register] = sum1;
                matrix[(first + 2) * registers + register] = sum2;
                matrix[(first + 3) * registers + register] = sum3;
            }
        }
    }

    /// <summary>Adds the derivative of the geometric mean: ∂r / G = ∂u + u·(Σ ∂ log ŷ) / n.</summary>
    private void AddGeometricMean(double squares, int count)
    {
        for (var row = 0; row < _layout.Count; row++)
        {
            var meanRow = _logs[row] / count;
            for (var column = row; column < _layout.Count; column++)
            {
                var meanColumn = _logs[column] / count;
                Matrix[row * _width + column] += Gradient[row] * meanColumn + meanRow * Gradient[column] + squares * meanRow * meanColumn;
            }
        }

        for (var row = 0; row < _layout.Count; row++)
            Gradient[row] += squares * _logs[row] / count;
    }

    private static Span<Vector<double>> Vectors(Span<double> values) => MemoryMarshal.Cast<double, Vector<double>>(values);
}
