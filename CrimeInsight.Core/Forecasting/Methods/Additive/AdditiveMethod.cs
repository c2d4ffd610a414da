using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>
/// Prophet's model: piecewise-linear or flat trend with 25 possible changes in the first 80 % of the history, Fourier
/// season of order 10 and festivals of the calendar, added or as shares of the trend; the form with the least BIC unless
/// given, chosen once for a growing history. Intervals simulate future changes of slope at the rate and of the mean size
/// of the past ones, and noise. Offered because users ask for it; on monthly series it is rarely the best.
/// Reference: Taylor and Letham (2018), Forecasting at scale, doi:10.1080/00031305.2017.1380080.
/// </summary>
/// <param name="form">Null: chosen from the data.</param>
internal sealed class AdditiveMethod(SeriesCalendar? calendar, AdditiveForm? form = null) : IForecastMethod
{
    private const int LeastLength = 10;
    private AdditiveForm? _chosen;

    public string Name => ForecastModel.AdditiveName;

    public bool IsBaseline => false;

    public MethodForecast? Forecast(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (history.Length < Math.Max(LeastLength, 2 * task.SeasonLength))
            return null;
        var scale = 0.0;
        foreach (var value in history)
            scale = Math.Max(scale, Math.Abs(value));
        if (scale == 0)
            return MethodForecast.Normal(null, [], new double[task.Horizon], new double[task.Horizon], task);
        var scaled = history.ToArray();
        for (var t = 0; t < scaled.Length; t++)
            scaled[t] /= scale;
        var design = new AdditiveDesign(history.Length, history.Length + task.Horizon, task.SeasonLength, calendar);
        var fit = Fit(scaled, design, task.IsFinal);
        return new AdditiveSimulation(fit, design, scale, task).Forecast(Parameters(fit, scale));
    }

    private AdditiveFit Fit(double[] scaled, AdditiveDesign design, bool isFinal)
    {
        if ((form ?? (isFinal ? null : _chosen)) is not { } known)
        {
            var best = Forms(scaled).Select(one => new AdditiveFitter(scaled, design, one).Fit()).MinBy(fit => Criterion(fit, scaled.Length))!;
            _chosen = best.Form;
            return best;
        }

        return new AdditiveFitter(scaled, design, known).Fit();
    }

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
