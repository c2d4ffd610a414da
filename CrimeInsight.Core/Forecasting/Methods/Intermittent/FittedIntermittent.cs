using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Intermittent;

/// <summary>Chance or interval, and size, of one series: how fast they follow it stands.</summary>
internal sealed class FittedIntermittent(bool isTsb) : IFittedMethod
{
    private const double SbaInterval = 1.32;
    private const double SbaVariation = 0.49;
    private static readonly double[] s_lower = [0.01, 0.01];
    private static readonly double[] s_upper = [0.5, 0.5];
    private readonly double[] _smoothing = [0.1, 0.1];

    /// <summary>Fits anew, from the earlier optimum where there is one.</summary>
    public void Fit(double[] values) =>
        CompassSearch.Minimise(new RateErrors(values, KindOf(values)), _smoothing, s_lower, s_upper, 0.2, 0.002);

    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        var values = history.ToArray();
        if (values.Min() < 0)
            return null;
        var kind = KindOf(values);
        var rates = new double[values.Length + 1];
        new RateErrors(values, kind).Run(_smoothing, rates);
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

    private IntermittentKind KindOf(double[] values) => isTsb ? IntermittentKind.Tsb : Classify(values);

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
            if (count >= IntermittentMethod.LeastLength)
                widest = Math.Max(widest, squares / count);
            variances[step] = widest;
        }

        return variances;
    }
}
