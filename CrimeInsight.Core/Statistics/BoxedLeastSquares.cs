namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Nonlinear least squares in a box by Levenberg–Marquardt steps: coordinates at a bound that push outward are held, the
/// damped step of the rest is cut at the box, and steps to points that are worse or not defined are refused. A dozen steps
/// usually suffice where a simplex search needs thousands. Holds working space that grows as needed: not for use by two
/// threads at once.
/// Reference: Nocedal and Wright (2006), Numerical Optimization, §10.3 and §16.7, doi:10.1007/978-0-387-40065-5.
/// </summary>
internal sealed class BoxedLeastSquares
{
    private const double FirstDamping = 1e-3;

    private double[] _factor = [];
    private double[] _step = [];
    private double[] _trial = [];
    private int[] _free = [];

    /// <summary>Improves a point in place.</summary>
    public LeastSquaresResult Minimise<TProblem>(TProblem problem, Span<double> point, LeastSquaresLimits limits)
        where TProblem : IBoxedProblem, allows ref struct
    {
        Reserve(problem.Dimension);
        var value = problem.At(point);
        if (!double.IsFinite(value))
            return new LeastSquaresResult(value, 0, LeastSquaresExit.Undefined);
        var damping = FirstDamping;
        for (var step = 0; step < limits.MostSteps; step++)
        {
            if (!limits.IsLogarithm && !(value > 0))
                return new LeastSquaresResult(value, step, LeastSquaresExit.Exact);
            problem.Differentiate(point);
            var next = Move(problem, point, value, limits, ref damping);
            var gain = value - next;
            if (!(gain > 0))
                return new LeastSquaresResult(value, step, LeastSquaresExit.NothingBetter);
            value = next;
            if (!double.IsFinite(value))
                return new LeastSquaresResult(value, step + 1, LeastSquaresExit.Exact);
            if (!(gain > limits.LeastGain(value)))
                return new LeastSquaresResult(value, step + 1, LeastSquaresExit.Converged);
        }

        return new LeastSquaresResult(value, limits.MostSteps, LeastSquaresExit.OutOfSteps);
    }

    private void Reserve(int dimension)
    {
        if (_step.Length >= dimension)
            return;
        _factor = new double[dimension * dimension];
        _step = new double[dimension];
        _trial = new double[dimension];
        _free = new int[dimension];
    }

    /// <summary>Moves to the first better point, damping more until one is found; the same value when none is.</summary>
    private double Move<TProblem>(TProblem problem, Span<double> point, double value, LeastSquaresLimits limits, ref double damping)
        where TProblem : IBoxedProblem, allows ref struct
    {
        var free = FindFree(problem, point);
        var trial = _trial.AsSpan(0, problem.Dimension);
        for (; free > 0 && damping < limits.MostDamping; damping *= 10)
        {
            if (!TrySolve(problem, free, damping))
                continue;
            point.CopyTo(trial);
            for (var k = 0; k < free; k++)
            {
                var i = _free[k];
                trial[i] = Math.Clamp(point[i] + _step[k], problem.LowerOf(i), problem.UpperOf(i));
            }

            var next = problem.At(trial);
            if (!(next < value))
                continue;
            trial.CopyTo(point);
            damping = Math.Max(damping * 0.1, limits.LeastDamping);
            return next;
        }

        return value;
    }

    private int FindFree<TProblem>(TProblem problem, ReadOnlySpan<double> point)
        where TProblem : IBoxedProblem, allows ref struct
    {
        var free = 0;
        for (var i = 0; i < problem.Dimension; i++)
        {
            var slope = problem.GradientOf(i);
            var heldBelow = point[i] <= problem.LowerOf(i) && slope >= 0;
            var heldAbove = point[i] >= problem.UpperOf(i) && slope <= 0;
            if (!heldBelow && !heldAbove && problem.MatrixOf(i, i) > 0)
                _free[free++] = i;
        }

        return free;
    }

    /// <summary>Solves (H + λ diag H) step = −gradient over the free coordinates by Cholesky; false when not definite.</summary>
    private bool TrySolve<TProblem>(TProblem problem, int free, double damping)
        where TProblem : IBoxedProblem, allows ref struct
    {
        for (var row = 0; row < free; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = problem.MatrixOf(_free[row], _free[column]);
                if (row == column)
                    sum *= 1 + damping;
                for (var k = 0; k < column; k++)
                    sum -= _factor[row * free + k] * _factor[column * free + k];
                if (row == column && !(sum > 0))
                    return false;
                _factor[row * free + column] = row == column ? Math.Sqrt(sum) : sum / _factor[column * free + column];
            }
        }

        for (var row = 0; row < free; row++)
        {
            var sum = -problem.GradientOf(_free[row]);
            for (var k = 0; k < row; k++)
                sum -= _factor[row * free + k] * _step[k];
            _step[row] = sum / _factor[row * free + row];
        }

        for (var row = free - 1; row >= 0; row--)
        {
            var sum = _step[row];
            for (var below = row + 1; below < free; below++)
                sum -= _factor[below * free + row] * _step[below];
            _step[row] = sum / _factor[row * free + row];
        }

        return true;
    }
}
