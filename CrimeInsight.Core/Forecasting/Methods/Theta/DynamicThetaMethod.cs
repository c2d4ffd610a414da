using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Theta;

/// <summary>
/// The dynamic optimised theta model on the series without its season (see <see cref="ClassicalSeason"/>). Over earlier
/// origins the parameters of the first are kept. Intervals: normal, σ·√(1 + (h−1)·α²), taken up by the season where it is
/// a factor. Needs six values.
/// </summary>
internal sealed class DynamicThetaMethod : IForecastMethod
{
    private const int LeastLength = 6;
    private const int MostSteps = 40;
    private const double Tolerance = 1e-8;

    private readonly BoxedLeastSquares _optimizer = new();
    private readonly DynamicTheta _theta = new();
    private readonly double[] _point = new double[3];
    private bool _isFitted;

    public string Name => ForecastModel.DynamicThetaName;

    public bool IsBaseline => false;

    public MethodForecast? Forecast(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (history.Length < LeastLength)
            return null;
        var season = ClassicalSeason.Of(history, task.SeasonLength);
        var adjusted = history.ToArray();
        season?.Remove(adjusted);
        _theta.Use(adjusted);
        if (!_isFitted || task.IsFinal)
        {
            _theta.FillStart(_point);
            _optimizer.Minimise(_theta, _point, MostSteps, Tolerance);
            _isFitted = true;
        }

        var residuals = new double[_theta.Count];
        _theta.TryEvaluate(_point, residuals);
        var sigma = Math.Sqrt(residuals.Sum(error => error * error) / Math.Max(1, residuals.Length - _point.Length));
        var mean = new double[task.Horizon];
        _theta.Forecast(_point, mean);
        season?.Restore(mean, history.Length);
        var deviations = new double[task.Horizon];
        for (var step = 0; step < deviations.Length; step++)
            deviations[step] = sigma * Math.Sqrt(1 + step * _point[1] * _point[1]);
        season?.Scale(deviations, history.Length);
        return MethodForecast.Normal(season is null ? null : season.IsMultiplicative ? "M" : "A", [new("alpha", _point[1]), new("theta", _point[2]), new("sigma", sigma)], mean, deviations, task);
    }
}
