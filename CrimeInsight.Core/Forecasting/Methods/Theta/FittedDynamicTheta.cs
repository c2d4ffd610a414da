using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Theta;

/// <summary>The dynamic optimised theta model of one series: its parameters stand.</summary>
internal sealed class FittedDynamicTheta : IFittedMethod
{
    private static readonly LeastSquaresLimits s_limits = new(40, 1e-8);

    private readonly BoxedLeastSquares _optimizer = new();
    private readonly ResidualSquares<DynamicTheta> _squares = new(new DynamicTheta());
    private readonly double[] _point = new double[3];

    public void Fit(ReadOnlySpan<double> history, int seasonLength)
    {
        _squares.Residuals.Use(ClassicalSeason.Split(history, seasonLength).Adjusted);
        _squares.Residuals.FillStart(_point);
        _optimizer.Minimise(_squares, _point, s_limits);
    }

    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        var (season, adjusted) = ClassicalSeason.Split(history, task.SeasonLength);
        var theta = _squares.Residuals;
        theta.Use(adjusted);
        var residuals = new double[theta.Count];
        theta.TryEvaluate(_point, residuals);
        var sigma = Math.Sqrt(residuals.Sum(error => error * error) / Math.Max(1, residuals.Length - _point.Length));
        var mean = new double[task.Horizon];
        theta.Forecast(_point, mean);
        var deviations = new double[task.Horizon];
        for (var step = 0; step < deviations.Length; step++)
            deviations[step] = sigma * Math.Sqrt(1 + step * _point[1] * _point[1]);
        ForecastParameter[] parameters = [new("alpha", _point[1]), new("theta", _point[2]), new("sigma", sigma)];
        return ClassicalSeason.Seasoned(season, history.Length, [.. parameters], mean, deviations, task);
    }
}
