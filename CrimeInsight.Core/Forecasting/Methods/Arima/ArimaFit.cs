namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>A model fitted by exact maximum likelihood of the differenced series.</summary>
/// <param name="Point">Partial autocorrelations and μ: a start for the next fit.</param>
/// <param name="Coefficients">φ, θ, Φ, Θ.</param>
/// <param name="Mean">μ of the differenced series; 0 when not estimated.</param>
/// <param name="Variance">Maximum likelihood: weighted squares over n.</param>
/// <param name="ObservationCount">Differenced observations.</param>
internal sealed record ArimaFit(
    ArimaOrder Order, double[] Point, double[] Coefficients, double Mean, double Variance, double LogLikelihood, int ObservationCount)
{
    /// <summary>Akaike's criterion; the variance counts as a parameter.</summary>
    public double Aic => 2 * (Order.ParameterCount + 1) - 2 * LogLikelihood;

    /// <summary>Akaike's criterion corrected for small samples; infinite when there are too few observations for it.</summary>
    public double Aicc
    {
        get
        {
            double count = Order.ParameterCount + 1, left = ObservationCount - count - 1;
            return left > 0 ? Aic + 2 * count * (count + 1) / left : double.PositiveInfinity;
        }
    }
}
