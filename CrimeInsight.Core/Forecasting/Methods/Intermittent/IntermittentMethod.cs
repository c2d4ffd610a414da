using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Intermittent;

/// <summary>
/// Croston's method (with Syntetos and Boylan's correction where their classification asks for it: mean interval above
/// 1.32 or squared variation of sizes above 0.49) and TSB. Smoothing parameters minimise the one-step squared error.
/// The forecast is flat. Intervals are those of a count distribution with this mean and the mean square error this very
/// rate made h steps ahead within the history, never narrower for a later step; where most values are zero they reach at least
/// to the quantiles of something occurring at all, as often as it has (of n values k, (k + ½)/(n + 1)), and of its size when it
/// does, because no two moments describe both. Needs values of zero or more.
/// References: Croston (1972), doi:10.1057/jors.1972.50; Syntetos and Boylan (2005), doi:10.1016/j.ijforecast.2004.10.001;
/// Teunter, Syntetos and Babai (2011), doi:10.1016/j.ejor.2011.05.018; Kourentzes (2014), doi:10.1016/j.ijpe.2014.06.007.
/// </summary>
internal sealed class IntermittentMethod(string name) : IForecastMethod
{
    private const int LeastLength = 10;
    private const double SbaInterval = 1.32;
    private const double SbaVariation = 0.49;
    private const double LeastSmoothing = 0.01;
    private const double MostSmoothing = 0.5;
    private readonly double[] _smoothing = [0.1, 0.1];
    private bool _isFitted;

    public string Name => name;

    public bool IsBaseline => false;

    public MethodForecast? Forecast(ReadOnlySpan<double> history, ForecastTask task)
    {
        var values = history.ToArray();
        if (values.Length < LeastLength || values.Min() < 0)
            return null;
        if (values.Max() == 0)
            return CountForecast.Of(null, [], new double[task.Horizon], new double[task.Horizon], task);
        var kind = name == ForecastModel.TsbName ? IntermittentKind.Tsb : Classify(values);
        var errors = new RateErrors(values, kind);
        if (task.IsFinal || !_isFitted)
            CompassSearch.Minimise(errors, _smoothing, [LeastSmoothing, LeastSmoothing], [MostSmoothing, MostSmoothing], 0.2, 0.002);
        _isFitted = true;
        var rates = new double[values.Length + 1];
        errors.Run(_smoothing, rates);
        var mean = new double[task.Horizon];
        Array.Fill(mean, rates[^1]);
        var forecast = CountForecast.Of(
            kind.ToString().ToLowerInvariant(),
            [new("alphaSize", _smoothing[0]), new(kind == IntermittentKind.Tsb ? "alphaProbability" : "alphaInterval", _smoothing[1])],
            mean,
            Variances(values, rates, task.Horizon),
            task);
        ReachOccurrences(forecast, values, task);
        return forecast;
    }

    /// <summary>Raises the upper ends, in place, to those of an occurrence, where most values are zero.</summary>
    private static void ReachOccurrences(MethodForecast forecast, double[] values, ForecastTask task)
    {
        double[] sizes = [.. values.Where(value => value > 0)];
        if (2 * sizes.Length > values.Length)
            return;
        var chance = (sizes.Length + 0.5) / (values.Length + 1);
        var mean = sizes.Average() - 1;
        var variance = sizes.Sum(size => (size - 1 - mean) * (size - 1 - mean)) / sizes.Length;
        for (var level = 0; level < task.LevelsPercent.Length; level++)
        {
            var beyond = (0.5 - task.LevelsPercent[level] / 200) / chance;
            if (beyond >= 1)
                continue;
            var reach = 1 + CountQuantiles.Quantile(Math.Max(mean, 0), variance, 1 - beyond);
            foreach (ref var upper in forecast.Upper[level].AsSpan())
                upper = Math.Max(upper, reach);
        }
    }

    private static IntermittentKind Classify(double[] values)
    {
        double[] sizes = [.. values.Where(value => value > 0)];
        var mean = sizes.Average();
        var variation = sizes.Sum(size => (size - mean) * (size - mean)) / sizes.Length / (mean * mean);
        return (double)values.Length / sizes.Length > SbaInterval || variation > SbaVariation ? IntermittentKind.Sba : IntermittentKind.Croston;
    }

    private static double[] Variances(double[] values, double[] rates, int horizon)
    {
        var variances = new double[horizon];
        var widest = 0.0;
        for (var step = 0; step < horizon; step++)
        {
            double squares = 0;
            var count = values.Length - step;
            for (var t = step; t < values.Length; t++)
                squares += (values[t] - rates[t - step]) * (values[t] - rates[t - step]);
            if (count >= LeastLength)
                widest = Math.Max(widest, squares / count);
            variances[step] = widest;
        }

        return variances;
    }
}
