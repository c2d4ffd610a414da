using CrimeInsight.Core.Forecasting.Methods.Ets;

namespace CrimeInsight.Core.Forecasting.Methods.Theta;

/// <summary>
/// The theta method that won the M3 competition, as exponential smoothing with half the slope of the series' straight line,
/// on the series without its season (see <see cref="ClassicalSeason"/>). Intervals: normal, σ·√(1 + (h−1)·α²).
/// References: Assimakopoulos and Nikolopoulos (2000), doi:10.1016/S0169-2070(00)00066-2; Hyndman and Billah (2003),
/// Unmasking the theta method, doi:10.1016/S0169-2070(01)00143-1.
/// </summary>
internal sealed class ThetaMethod : IForecastMethod
{
    private readonly EtsFitter _fitter = new(new EtsForm(EtsError.Additive, EtsTrend.None, EtsSeason.None), 1);
    private EtsFit? _fit;

    public string Name => ForecastModel.ThetaName;

    public bool IsBaseline => false;

    public MethodForecast? Forecast(ReadOnlySpan<double> history, ForecastTask task)
    {
        var season = ClassicalSeason.Of(history, task.SeasonLength);
        var adjusted = history.ToArray();
        season?.Remove(adjusted);
        if (!_fitter.CanFit(adjusted))
            return null;
        _fit = _fit is null || task.IsFinal ? _fitter.Fit(adjusted, []) : _fitter.Apply(adjusted, _fit.Point);
        if (_fit is null)
            return null;
        var (n, alpha, slope) = (history.Length, Math.Max(_fit.Final.Alpha, 1e-10), Slope(adjusted) / 2);
        var mean = EtsProjection.Points(_fit, task.Horizon);
        for (var step = 0; step < mean.Length; step++)
            mean[step] += slope * (step + (1 - Math.Pow(1 - alpha, n)) / alpha);
        season?.Restore(mean, n);
        var deviations = new double[task.Horizon];
        for (var step = 0; step < deviations.Length; step++)
            deviations[step] = Math.Sqrt(_fit.Variance * (1 + step * alpha * alpha));
        season?.Scale(deviations, n);
        return MethodForecast.Normal(season is null ? null : season.IsMultiplicative ? "M" : "A", [new("alpha", alpha), new("slope", slope), new("sigma", Math.Sqrt(_fit.Variance))], mean, deviations, task);
    }

    /// <summary>Of the least squares line through the values.</summary>
    private static double Slope(double[] values)
    {
        var (middle, mean) = ((values.Length - 1) / 2.0, values.Average());
        double product = 0, squares = 0;
        for (var t = 0; t < values.Length; t++)
        {
            product += (t - middle) * (values[t] - mean);
            squares += (t - middle) * (t - middle);
        }

        return product / squares;
    }
}
