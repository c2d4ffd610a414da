namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>
/// The two polynomials of a model, multiplied out: w(t) = Σ φᵢ·w(t−i) + ε(t) + Σ θⱼ·ε(t−j), and the partial
/// autocorrelations they are written in while they are estimated, which keep every point of the box −1 … 1 stationary
/// and invertible. Working space is reused from point to point.
/// Reference: Monahan (1984), A note on enforcing stationarity in autoregressive-moving average models,
/// doi:10.1093/biomet/71.2.403.
/// </summary>
internal sealed class ArimaPolynomials
{
    private readonly ArimaOrder _order;
    private readonly int _season;
    private readonly double[] _coefficients;
    private readonly double[] _scratch = new double[ArimaOrder.Most];

    public ArimaPolynomials(ArimaOrder order, int seasonLength)
    {
        _order = order;
        _season = seasonLength;
        Phi = new double[order.P + seasonLength * order.SeasonalP];
        Theta = new double[order.Q + seasonLength * order.SeasonalQ];
        _coefficients = new double[order.P + order.Q + order.SeasonalP + order.SeasonalQ];
    }

    /// <summary>φ₁ … of the product.</summary>
    public double[] Phi { get; }

    /// <summary>θ₁ … of the product.</summary>
    public double[] Theta { get; }

    /// <summary>φ, θ, Φ, Θ of the factors, in this order.</summary>
    public ReadOnlySpan<double> Coefficients => _coefficients;

    /// <summary>Takes partial autocorrelations in the order φ, θ, Φ, Θ; of θ and Θ those of −θ.</summary>
    public void Set(ReadOnlySpan<double> partials)
    {
        var (p, q, seasonalP, seasonalQ) = (_order.P, _order.Q, _order.SeasonalP, _order.SeasonalQ);
        Expand(partials[..p], _coefficients.AsSpan(0, p), 1);
        Expand(partials.Slice(p, q), _coefficients.AsSpan(p, q), -1);
        Expand(partials.Slice(p + q, seasonalP), _coefficients.AsSpan(p + q, seasonalP), 1);
        Expand(partials.Slice(p + q + seasonalP, seasonalQ), _coefficients.AsSpan(p + q + seasonalP, seasonalQ), -1);
        Multiply(_coefficients.AsSpan(0, p), _coefficients.AsSpan(p + q, seasonalP), Phi, -1);
        Multiply(_coefficients.AsSpan(p, q), _coefficients.AsSpan(p + q + seasonalP, seasonalQ), Theta, 1);
    }

    /// <summary>Durbin's recursion from partial autocorrelations to coefficients.</summary>
    private void Expand(ReadOnlySpan<double> partials, Span<double> coefficients, double sign)
    {
        for (var k = 0; k < partials.Length; k++)
        {
            coefficients[..k].CopyTo(_scratch);
            for (var j = 0; j < k; j++)
                coefficients[j] = _scratch[j] - partials[k] * _scratch[k - 1 - j];
            coefficients[k] = partials[k];
        }

        for (var k = 0; k < coefficients.Length; k++)
            coefficients[k] *= sign;
    }

    /// <summary>(1 + s·a₁B + …)(1 + s·A₁Bᵐ + …) = 1 + s·(product), s = ±1.</summary>
    private void Multiply(ReadOnlySpan<double> plain, ReadOnlySpan<double> seasonal, Span<double> product, double sign)
    {
        product.Clear();
        plain.CopyTo(product);
        for (var k = 0; k < seasonal.Length; k++)
        {
            var at = (k + 1) * _season;
            product[at - 1] += seasonal[k];
            for (var i = 0; i < plain.Length; i++)
                product[at + i] += sign * seasonal[k] * plain[i];
        }
    }
}
