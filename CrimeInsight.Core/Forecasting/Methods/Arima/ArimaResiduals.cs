using System.Numerics.Tensors;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>
/// The exact likelihood as a sum of squares: standardised innovations times the n-th root of the root of their
/// determinant; n·log of the sum of squares is, up to a constant, minus twice the log-likelihood with the variance
/// concentrated out. Points are partial autocorrelations (φ, θ, Φ, Θ), then μ.
/// Reference: Box, Jenkins, Reinsel and Ljung (2015), §7.1.
/// </summary>
internal sealed class ArimaResiduals : IResiduals
{
    /// <summary>Partial autocorrelations nearer to ±1 are not told apart from it.</summary>
    public const double Bound = 0.9999;

    private readonly ArimaPolynomials _polynomials;
    private readonly ArimaFilter _filter;
    private double[] _values = [];

    public ArimaResiduals(ArimaOrder order, int seasonLength)
    {
        Order = order;
        _polynomials = new ArimaPolynomials(order, seasonLength);
        _filter = new ArimaFilter(_polynomials.Phi.Length, _polynomials.Theta.Length);
    }

    public ArimaOrder Order { get; }

    public int Dimension => Order.ParameterCount;

    public int Count => _values.Length;

    /// <summary>The polynomials at the point evaluated last.</summary>
    public ArimaPolynomials Polynomials => _polynomials;

    /// <summary>The filter after the point evaluated last.</summary>
    public ArimaFilter Filter => _filter;

    /// <summary>Σ log of the innovations' variances at the point evaluated last, in units of the error variance.</summary>
    public double LogDeterminant { get; private set; }

    /// <param name="values">Differenced values. Kept, not copied.</param>
    public void Use(double[] values) => _values = values;

    public double LowerOf(int coordinate) => IsMean(coordinate) ? double.NegativeInfinity : -Bound;

    public double UpperOf(int coordinate) => IsMean(coordinate) ? double.PositiveInfinity : Bound;

    public bool TryEvaluate(ReadOnlySpan<double> point, Span<double> residuals)
    {
        _polynomials.Set(point);
        var mean = Order.HasConstant ? point[^1] : 0;
        if (!_filter.TryRun(_polynomials.Phi, _polynomials.Theta, _values, mean, residuals, out var logDeterminant))
            return false;
        LogDeterminant = logDeterminant;
        TensorPrimitives.Multiply(residuals, Math.Exp(logDeterminant / (2 * residuals.Length)), residuals);
        return true;
    }

    private bool IsMean(int coordinate) => Order.HasConstant && coordinate == Dimension - 1;
}
