namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Maximises the likelihood of one form by Levenberg–Marquardt steps inside the parameter box: quantities at a bound
/// that push outward are held, the damped step of the rest is cut at the box, and steps out of the admissible region
/// or into non-positive expectations are refused. A dozen steps usually suffice where a simplex search needs thousands.
/// Reference: Nocedal and Wright (2006), Numerical Optimization, §10.3 and §16.7, doi:10.1007/978-0-387-40065-5.
/// </summary>
internal sealed class EtsOptimizer
{
    private const double FirstDamping = 1e-3;
    private const double MostDamping = 1e12;
    private const double LeastDamping = 1e-12;

    private readonly EtsLayout _layout;
    private readonly EtsDerivatives _derivatives;
    private readonly double[] _trial;
    private readonly double[] _step;
    private readonly double[] _factor;
    private readonly int[] _free;
    private readonly double[] _season;
    private readonly double[] _scratch;

    public EtsOptimizer(EtsLayout layout)
    {
        _layout = layout;
        _derivatives = new EtsDerivatives(layout);
        _trial = new double[layout.Count];
        _step = new double[layout.Count];
        _factor = new double[layout.Count * layout.Count];
        _free = new int[layout.Count];
        _season = new double[layout.SeasonLength];
        _scratch = new double[2 * (layout.SeasonLength + 2)];
    }

    /// <summary>Deviance at a point; infinite when infeasible.</summary>
    public double Deviance(ReadOnlySpan<double> point, ReadOnlySpan<double> series, double floor)
    {
        if (_layout.Season >= 0 && !IsAdmissible(point))
            return EtsLikelihood.Infeasible;
        return EtsLikelihood.Deviance(_layout, point, series, floor, _season, out _);
    }

    /// <summary>
    /// Improves a point in place and returns its deviance (infinite when the start is infeasible). Ends when a
    /// step gains less than <paramref name="tolerance"/> of deviance, or after <paramref name="mostSteps"/>.
    /// </summary>
    public double Minimise(Span<double> point, ReadOnlySpan<double> series, int mostSteps, double tolerance)
    {
        var floor = EtsLikelihood.FloorOf(_layout.Form, series);
        var deviance = Deviance(point, series, floor);
        var damping = FirstDamping;
        for (var step = 0; step < mostSteps && double.IsFinite(deviance); step++)
        {
            _derivatives.Evaluate(point, series);
            var next = Step(point, series, floor, deviance, ref damping);
            var gain = deviance - next;
            deviance = next;
            if (gain < tolerance)
                break;
        }

        return deviance;
    }

    /// <summary>Moves to the first better point, damping more until one is found; the same deviance when none is.</summary>
    private double Step(Span<double> point, ReadOnlySpan<double> series, double floor, double deviance, ref double damping)
    {
        var free = FindFree(point);
        for (; free > 0 && damping < MostDamping; damping *= 10)
        {
            if (!TrySolve(free, damping))
                continue;
            MoveWithinBox(point, free);
            var next = Deviance(_trial, series, floor);
            if (!(next < deviance))
                continue;
            _trial.CopyTo(point);
            damping = Math.Max(damping * 0.1, LeastDamping);
            return next;
        }

        return deviance;
    }

    private bool IsAdmissible(ReadOnlySpan<double> point)
    {
        var phi = _layout.Trend < 0 ? 1 : _layout.PhiOf(point);
        return EtsBounds.IsAdmissible(point[0], _layout.BetaOf(point), _layout.GammaOf(point), phi, _layout.SeasonLength, _scratch);
    }

    private int FindFree(ReadOnlySpan<double> point)
    {
        var free = 0;
        for (var i = 0; i < _layout.Count; i++)
        {
            var slope = _derivatives.Gradient[i];
            var heldBelow = point[i] <= _layout.LowerOf(i) && slope >= 0;
            var heldAbove = point[i] >= _layout.UpperOf(i) && slope <= 0;
            if (!heldBelow && !heldAbove && _derivatives.Matrix[i * _layout.Width + i] > 0)
                _free[free++] = i;
        }

        return free;
    }

    /// <summary>Solves (H + λ diag H) step = −gradient over the free quantities by Cholesky; false when not definite.</summary>
    private bool TrySolve(int free, double damping)
    {
        for (var row = 0; row < free; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = _derivatives.Matrix[_free[column] * _layout.Width + _free[row]];
                if (row == column)
                    sum *= 1 + damping;
                sum -= Dot(_factor.AsSpan(row * free, column), _factor.AsSpan(column * free, column));
                if (row == column)
                {
                    if (!(sum > 0))
                        return false;
                    _factor[row * free + row] = Math.Sqrt(sum);
                }
                else
                    _factor[row * free + column] = sum / _factor[column * free + column];
            }
        }

        Substitute(free);
        return true;
    }

    private void Substitute(int free)
    {
        for (var row = 0; row < free; row++)
        {
            var sum = -_derivatives.Gradient[_free[row]] - Dot(_factor.AsSpan(row * free, row), _step.AsSpan(0, row));
            _step[row] = sum / _factor[row * free + row];
        }

        for (var row = free - 1; row >= 0; row--)
        {
            var sum = _step[row];
            for (var below = row + 1; below < free; below++)
                sum -= _factor[below * free + row] * _step[below];
            _step[row] = sum / _factor[row * free + row];
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private void MoveWithinBox(ReadOnlySpan<double> point, int free)
    {
        point.CopyTo(_trial);
        for (var k = 0; k < free; k++)
        {
            var i = _free[k];
            _trial[i] = Math.Clamp(point[i] + _step[k], _layout.LowerOf(i), _layout.UpperOf(i));
        }
    }
}
