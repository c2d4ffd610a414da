using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods;

/// <summary>Forecasts whose intervals are quantiles of counts.</summary>
internal static class CountForecast
{
    /// <summary>An interval always holds its mean, though near zero the likeliest count may be below it.</summary>
    /// <param name="variances">Per step; below the mean, the mean is taken (Poisson).</param>
    public static MethodForecast Of(string? form, ImmutableArray<ForecastParameter> parameters, double[] mean, double[] variances, ForecastTask task)
    {
        var levels = task.LevelsPercent.Length;
        double[][] lower = new double[levels][], upper = new double[levels][];
        for (var level = 0; level < levels; level++)
            (lower[level], upper[level]) = (new double[mean.Length], new double[mean.Length]);
        var deviations = new double[mean.Length];
        Span<double> low = stackalloc double[levels], high = stackalloc double[levels];
        for (var step = 0; step < mean.Length; step++)
        {
            var isAsBefore = step > 0 && mean[step] == mean[step - 1] && variances[step] == variances[step - 1];
            if (!isAsBefore)
                CountQuantiles.Intervals(mean[step], variances[step], task.LevelsPercent.AsSpan(), low, high);
            deviations[step] = Math.Sqrt(Math.Max(mean[step], variances[step]));
            for (var level = 0; level < levels; level++)
                (lower[level][step], upper[level][step]) = (Math.Min(low[level], mean[step]), Math.Max(high[level], mean[step]));
        }

        return new MethodForecast(form, parameters, mean, deviations, lower, upper);
    }
}
