using CrimeInsight.Core.Forecasting.Methods.Theta;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Ces;

/// <summary>
/// Complex exponential smoothing; the form with the least AICc, seasonal forms only when the season is significant. It
/// needs no decision between level and trend. Over earlier origins form and parameters of the first are kept. Intervals:
/// normal with the exact variance. Needs two seasons, or ten values. See <see cref="CesResiduals"/>.
/// </summary>
internal sealed class CesMethod : IForecastMethod
{
    private const int LeastLength = 10;
    private const int MostSeasonLength = 24;
    private const int MostSteps = 30;
    private const double Tolerance = 1e-6;

    private readonly BoxedLeastSquares _optimizer = new();
    private readonly CesResiduals[] _forms;
    private CesResiduals? _form;
    private double[] _point = [];

    public CesMethod(int seasonLength)
    {
        CesSeason[] seasons = seasonLength is > 1 and <= MostSeasonLength ? Enum.GetValues<CesSeason>() : [CesSeason.None];
        _forms = [.. seasons.Select(season => new CesResiduals(season, seasonLength))];
    }

    public string Name => ForecastModel.CesName;

    public bool IsBaseline => false;

    public MethodForecast? Forecast(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (history.Length < Math.Max(LeastLength, 2 * (_forms.Length > 1 ? task.SeasonLength : 1)))
            return null;
        var values = history.ToArray();
        if (_form is null || task.IsFinal)
            Select(values, task.SeasonLength);
        if (_form is null)
            return null;
        _form.Use(values);
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

    private static readonly string[] s_names = ["alpha0", "alpha1", "beta0", "beta1"];

    private void Select(double[] values, int seasonLength)
    {
        var seasonal = _forms.Length > 1 && ClassicalSeason.Of(values, seasonLength) is not null;
        var least = double.PositiveInfinity;
        _form = null;
        foreach (var form in _forms)
        {
            if (form.Season != CesSeason.None && !seasonal)
                continue;
            form.Use(values);
            var point = new double[form.Dimension];
            form.FillStart(point);
            var squares = _optimizer.Minimise(form, point, MostSteps, Tolerance);
            double n = values.Length, count = point.Length + 1;
            var criterion = n * Math.Log(Math.Max(squares, double.Epsilon) / n) + 2 * count + 2 * count * (count + 1) / Math.Max(1, n - count - 1);
            if (!(criterion < least))
                continue;
            (least, _form, _point) = (criterion, form, point);
        }
    }
}
