using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Ces;

/// <summary>Complex exponential smoothing of one series: form and parameters stand.</summary>
internal sealed class FittedCes(CesSeason[] seasons, int seasonLength) : IFittedMethod
{
    private static readonly LeastSquaresLimits s_limits = new(30, 1e-6);

    private static readonly string[] s_names = ["alpha0", "alpha1", "beta0", "beta1"];

    private readonly BoxedLeastSquares _optimizer = new();
    private readonly ResidualSquares<CesResiduals>[] _forms =
        [.. seasons.Select(season => new ResidualSquares<CesResiduals>(new CesResiduals(season, seasonLength)))];
    private CesResiduals? _form;
    private double[] _point = [];

    /// <summary>Chooses and fits anew; false when no form can be fitted.</summary>
    public bool TryFit(double[] values)
    {
        var seasonal = _forms.Length > 1 && ClassicalSeason.Of(values, seasonLength) is not null;
        var least = double.PositiveInfinity;
        _form = null;
        foreach (var problem in _forms)
        {
            var form = problem.Residuals;
            if (form.Season != CesSeason.None && !seasonal)
                continue;
            form.Use(values);
            var point = new double[form.Dimension];
            form.FillStart(point);
            var squares = _optimizer.Minimise(problem, point, s_limits).Value;
            double n = values.Length, count = point.Length + 1;
            var criterion = n * Math.Log(Math.Max(squares, double.Epsilon) / n) + 2 * count + 2 * count * (count + 1) / Math.Max(1, n - count - 1);
            if (!(criterion < least))
                continue;
            (least, _form, _point) = (criterion, form, point);
        }

        return _form is not null;
    }

    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        var values = history.ToArray();
        _form!.Use(values);
        var residuals = new double[values.Length];
        if (!_form.TryEvaluate(_point, residuals))
            return null;
        var sigma = Math.Sqrt(residuals.Sum(error => error * error) / Math.Max(1, values.Length - _point.Length));
        var mean = new double[task.Horizon];
        _form.Forecast(_point, mean);
        var deviations = new double[task.Horizon];
        _form.Spread(_point, deviations);
        for (var step = 0; step < deviations.Length; step++)
            deviations[step] *= sigma;
        ForecastParameter[] parameters = [.. _point.Select((value, i) => new ForecastParameter(s_names[i], value)), new("sigma", sigma)];
        return MethodForecast.Normal(_form.Season.ToString(), [.. parameters], mean, deviations, task);
    }
}
