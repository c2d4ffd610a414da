using CrimeInsight.Core.Forecasting.Methods.Ets;

namespace CrimeInsight.Core.Forecasting.Methods.Theta;

/// <summary>The theta method on one series: the smoothing parameter stands.</summary>
internal sealed class FittedTheta : IFittedMethod
{
    private readonly EtsFitter _fitter = new(new EtsForm(EtsError.Additive, EtsTrend.None, EtsSeason.None), 1);
    private EtsFit? _fit;

    /// <summary>Fits anew; false when the series is too short.</summary>
    public bool TryFit(ReadOnlySpan<double> history, int seasonLength)
    {
        var (_, adjusted) = ClassicalSeason.Split(history, seasonLength);
        _fit = _fitter.CanFit(adjusted) ? _fitter.Fit(adjusted, []) : null;
        return _fit is not null;
    }

    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        var (season, adjusted) = ClassicalSeason.Split(history, task.SeasonLength);
        if (_fit is null || !_fitter.CanFit(adjusted))
            return null;
        if (_fit.ObservationCount != history.Length)
            _fit = _fitter.Apply(adjusted, _fit.Point);
        if (_fit is null)
            return null;
        var (n, alpha, slope) = (history.Length, Math.Max(_fit.Final.Alpha, 1e-10), Slope(adjusted) / 2);
        var mean = EtsProjection.Points(_fit, task.Horizon);
        for (var step = 0; step < mean.Length; step++)
            mean[step] += slope * (step + (1 - Math.Pow(1 - alpha, n)) / alpha);
        var deviations = new double[task.Horizon];
        for (var step = 0; step < deviations.Length; step++)
            deviations[step] = Math.Sqrt(_fit.Variance * (1 + step * alpha * alpha));
        return ClassicalSeason.Seasoned(season, n, [new("alpha", alpha), new("slope", slope), new("sigma", Math.Sqrt(_fit.Variance))], mean, deviations, task);
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
