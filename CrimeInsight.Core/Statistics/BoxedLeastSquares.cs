using System.Numerics.Tensors;

namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Nonlinear least squares in a box by Levenberg–Marquardt steps with forward differences: coordinates at a bound that
/// push outward are held, the damped step of the rest is cut at the box, and steps to points that are worse or not
/// defined are refused. Holds working space that grows as needed: not for use by two threads at once.
/// Reference: Nocedal and Wright (2006), Numerical Optimization, §10.3 and §16.7, doi:10.1007/978-0-387-40065-5.
/// </summary>
internal sealed class BoxedLeastSquares
{
    private const double FirstDamping = 1e-3;
    private const double MostDamping = 1e8;
    private const double LeastDamping = 1e-10;
    private const double DifferenceStep = 1e-6;

    private double[] _residuals = [];
    private double[] _trialResiduals = [];
    private double[] _jacobian = [];
    private double[] _normal = [];
    private double[] _factor = [];
    private double[] _gradient = [];
    private double[] _step = [];
    private double[] _trial = [];
    private int[] _free = [];

    /// <summary>
    /// Improves a point in place and returns its sum of squares; infinite when the start is not defined. Ends when a step
    /// gains less than <paramref name="tolerance"/> of the sum (as a share), or after <paramref name="mostSteps"/>.
    /// </summary>
    public double Minimise<T>(T problem, Span<double> point, int mostSteps, double tolerance)
        where T : IResiduals
    {
        Reserve(problem.Dimension, problem.Count);
        var residuals = _residuals.AsSpan(0, problem.Count);
        if (!problem.TryEvaluate(point, residuals))
            return double.PositiveInfinity;
        var sum = TensorPrimitives.SumOfSquares<double>(residuals);
        var damping = FirstDamping;
        for (var step = 0; step < mostSteps && sum > 0; step++)
        {
            Differentiate(problem, point);
            var next = Move(problem, point, sum, ref damping);
            var gain = sum - next;
            sum = next;
            if (!(gain > tolerance * sum))
                break;
        }

        return sum;
    }

    private void Reserve(int dimension, int count)
    {
        if (_step.Length < dimension)
        {
            _normal = new double[dimension * dimension];
            _factor = new double[dimension * dimension];
            _gradient = new double[dimension];
            _step = new double[dimension];
            _trial = new double[dimension];
            _free = new int[dimension];
        }

        if (_residuals.Length < count)
        {
            _residuals = new double[count];
            _trialResiduals = new double[count];
        }

        if (_jacobian.Length < dimension * count)
            _jacobian = new double[dimension * count];
    }

    /// <summary>Jacobian, J'J and J'r. A coordinate is stepped away from a bound; where neither side is defined its column is zero.</summary>
    private void Differentiate<T>(T problem, Span<double> point)
        where T : IResiduals
    {
        var (dimension, count) = (problem.Dimension, problem.Count);
        for (var i = 0; i < dimension; i++)
        {
            var column = _jacobian.AsSpan(i * count, count);
            var (at, size) = (point[i], DifferenceStep * Math.Max(1, Math.Abs(point[i])));
            var step = at + size <= problem.UpperOf(i) ? size : -size;
            point[i] = at + step;
            var defined = problem.TryEvaluate(point, column);
            if (!defined)
            {
                point[i] = at - step;
                step = -step;
                defined = point[i] >= problem.LowerOf(i) && point[i] <= problem.UpperOf(i) && problem.TryEvaluate(point, column);
            }

            point[i] = at;
            if (!defined)
                column.Clear();
            else
            {
                TensorPrimitives.Subtract(column, _residuals.AsSpan(0, count), column);
                TensorPrimitives.Multiply(column, 1 / step, column);
            }
        }

        for (var i = 0; i < dimension; i++)
        {
            var column = _jacobian.AsSpan(i * count, count);
            _gradient[i] = TensorPrimitives.Dot<double>(column, _residuals.AsSpan(0, count));
            for (var j = 0; j <= i; j++)
                _normal[i * dimension + j] = TensorPrimitives.Dot<double>(column, _jacobian.AsSpan(j * count, count));
        }
    }

    /// <summary>Moves to the first better point, damping more until one is found; the same sum when none is.</summary>
    private double Move<T>(T problem, Span<double> point, double sum, ref double damping)
        where T : IResiduals
    {
        var dimension = problem.Dimension;
        var free = FindFree(problem, point);
        var trial = _trial.AsSpan(0, dimension);
        for (; free > 0 && damping < MostDamping; damping *= 10)
        {
            if (!TrySolve(dimension, free, damping))
                continue;
            point.CopyTo(trial);
            for (var k = 0; k < free; k++)
            {
                var i = _free[k];
                trial[i] = Math.Clamp(point[i] + _step[k], problem.LowerOf(i), problem.UpperOf(i));
            }

            var residuals = _trialResiduals.AsSpan(0, problem.Count);
            if (!problem.TryEvaluate(trial, residuals))
                continue;
            var next = TensorPrimitives.SumOfSquares<double>(residuals);
            if (!(next < sum))
                continue;
            trial.CopyTo(point);
            (_residuals, _trialResiduals) = (_trialResiduals, _residuals);
            damping = Math.Max(damping * 0.1, LeastDamping);
            return next;
        }

        return sum;
    }

    private int FindFree<T>(T problem, ReadOnlySpan<double> point)
        where T : IResiduals
    {
        var free = 0;
        for (var i = 0; i < problem.Dimension; i++)
        {
            var heldBelow = point[i] <= problem.LowerOf(i) && _gradient[i] >= 0;
            var heldAbove = point[i] >= problem.UpperOf(i) && _gradient[i] <= 0;
            if (!heldBelow && !heldAbove && _normal[i * problem.Dimension + i] > 0)
                _free[free++] = i;
        }

        return free;
    }

    /// <summary>Solves (J'J + λ diag J'J) step = −J'r over the free coordinates by Cholesky; false when not definite.</summary>
    private bool TrySolve(int dimension, int free, double damping)
    {
        for (var row = 0; row < free; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = _normal[_free[row] * dimension + _free[column]];
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
            var sum = -_gradient[_free[row]];
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
