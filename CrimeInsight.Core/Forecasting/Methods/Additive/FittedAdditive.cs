using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>The additive model of one series: its form stands, the rest is fitted to every history.</summary>
internal sealed class FittedAdditive : IFittedMethod
{
    private readonly AdditiveForm _form;

    /// <summary>The fit that chose the form, to the history of this length; null when the form was given.</summary>
    private readonly AdditiveFit? _first;
    private readonly int _firstLength;

    /// <param name="form">Null: chosen from the data.</param>
    public FittedAdditive(AdditiveForm? form, ReadOnlySpan<double> history, ForecastTask task)
    {
        if (form is { } given)
        {
            _form = given;
            return;
        }

        var (scaled, _) = Scale(history);
        var design = Design(scaled.Length, task);
        _first = Forms(scaled).Select(one => new AdditiveFitter(scaled, design, one).Fit()).MinBy(fit => Criterion(fit, scaled.Length))!;
        (_form, _firstLength) = (_first.Form, scaled.Length);
    }

    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        var (scaled, scale) = Scale(history);
        var design = Design(scaled.Length, task);
        var fit = _first is not null && _firstLength == scaled.Length ? _first : new AdditiveFitter(scaled, design, _form).Fit();
        return new AdditiveSimulation(fit, design, scale, task).Forecast(Parameters(fit, scale));
    }

    /// <summary>The values in units of the largest, and that.</summary>
    private static (double[] Scaled, double Scale) Scale(ReadOnlySpan<double> history)
    {
        var scale = 0.0;
        foreach (var value in history)
            scale = Math.Max(scale, Math.Abs(value));
        var scaled = history.ToArray();
        for (var t = 0; t < scaled.Length; t++)
            scaled[t] /= scale;
        return (scaled, scale);
    }

    private static AdditiveDesign Design(int length, ForecastTask task) => new(length, length + task.Horizon, task.SeasonLength, task.Calendar);

    private static IEnumerable<AdditiveForm> Forms(double[] scaled)
    {
        yield return new AdditiveForm(IsFlat: true, IsMultiplicative: false);
        yield return new AdditiveForm(IsFlat: false, IsMultiplicative: false);
        if (scaled.Min() > 0)
            yield return new AdditiveForm(IsFlat: false, IsMultiplicative: true);
    }

    /// <summary>BIC of the trend's parameters; those of the season are the same in every form.</summary>
    private static double Criterion(AdditiveFit fit, int length) => 2 * length * Math.Log(fit.Sigma) + fit.TrendParameters * Math.Log(length);

    private static ImmutableArray<ForecastParameter> Parameters(AdditiveFit fit, double scale) =>
    [
        new("slope", fit.Slope * scale),
        new("level", fit.Level * scale),
        new("changes", fit.TrendParameters - (fit.Form.IsFlat ? 1 : 2)),
        new("sigma", fit.Sigma * scale),
        new("logPosterior", fit.LogPosterior),
    ];
}
