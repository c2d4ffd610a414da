using System.Numerics.Tensors;

namespace CrimeInsight.Core.Statistics;

/// <summary>The sum of squared residuals, differentiated by forward differences. Holds working space that grows as needed.</summary>
internal sealed class ResidualSquares<TResiduals>(TResiduals residuals) : IBoxedProblem
    where TResiduals : IResiduals
{
    private const double DifferenceStep = 1e-6;

    private readonly double[] _gradient = new double[residuals.Dimension];
    private readonly double[] _normal = new double[residuals.Dimension * residuals.Dimension];
    private double[] _residuals = [];
    private double[] _jacobian = [];

    public TResiduals Residuals => residuals;

    public int Dimension => residuals.Dimension;

    public double LowerOf(int coordinate) => residuals.LowerOf(coordinate);

    public double UpperOf(int coordinate) => residuals.UpperOf(coordinate);

    public double GradientOf(int coordinate) => _gradient[coordinate];

    public double MatrixOf(int row, int column) => _normal[row * Dimension + column];

    public double At(ReadOnlySpan<double> point)
    {
        if (_residuals.Length < residuals.Count)
            _residuals = new double[residuals.Count];
        var values = _residuals.AsSpan(0, residuals.Count);
        return residuals.TryEvaluate(point, values) ? TensorPrimitives.SumOfSquares<double>(values) : double.PositiveInfinity;
    }

    /// <summary>Jacobian, J'J and J'r. A coordinate is stepped away from a bound; where neither side is defined its column is zero.</summary>
    public void Differentiate(Span<double> point)
    {
        var (dimension, count) = (Dimension, residuals.Count);
        if (_jacobian.Length < dimension * count)
            _jacobian = new double[dimension * count];
        var values = _residuals.AsSpan(0, count);
        for (var i = 0; i < dimension; i++)
        {
            var column = _jacobian.AsSpan(i * count, count);
            if (Step(point, i, column) is not { } step)
                column.Clear();
            else
            {
                TensorPrimitives.Subtract(column, values, column);
                TensorPrimitives.Multiply(column, 1 / step, column);
            }

            _gradient[i] = TensorPrimitives.Dot<double>(column, values);
            for (var j = 0; j <= i; j++)
                _normal[i * dimension + j] = TensorPrimitives.Dot<double>(column, _jacobian.AsSpan(j * count, count));
        }
    }

    /// <summary>Residuals a little along a coordinate, and how far; null when neither side is defined.</summary>
    private double? Step(Span<double> point, int i, Span<double> stepped)
    {
        var (at, size) = (point[i], DifferenceStep * Math.Max(1, Math.Abs(point[i])));
        var step = at + size <= UpperOf(i) ? size : -size;
        point[i] = at + step;
        var defined = residuals.TryEvaluate(point, stepped);
        if (!defined)
        {
            step = -step;
            point[i] = at + step;
            defined = point[i] >= LowerOf(i) && point[i] <= UpperOf(i) && residuals.TryEvaluate(point, stepped);
        }

        point[i] = at;
        return defined ? step : null;
    }
}
