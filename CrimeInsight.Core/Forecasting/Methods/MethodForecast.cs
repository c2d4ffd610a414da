using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods;

/// <summary>Points and intervals of one method. Arrays are owned by this object.</summary>
/// <param name="Form">Name of the form within the method, where it has forms.</param>
/// <param name="Mean">One value per step.</param>
/// <param name="Deviations">Standard error of each step.</param>
/// <param name="Lower">Per level, per step.</param>
/// <param name="Upper">Per level, per step.</param>
internal sealed record MethodForecast(
    string? Form, ImmutableArray<ForecastParameter> Parameters, double[] Mean, double[] Deviations, double[][] Lower, double[][] Upper)
{
    /// <summary>Symmetric normal intervals, mean ± z·σₕ.</summary>
    public static MethodForecast Normal(string? form, ImmutableArray<ForecastParameter> parameters, double[] mean, double[] deviations, ForecastTask task)
    {
        var lower = new double[task.LevelsPercent.Length][];
        var upper = new double[task.LevelsPercent.Length][];
        for (var level = 0; level < lower.Length; level++)
        {
            var z = Statistics.Normal.Quantile(0.5 + task.LevelsPercent[level] / 200);
            lower[level] = new double[mean.Length];
            upper[level] = new double[mean.Length];
            for (var step = 0; step < mean.Length; step++)
            {
                lower[level][step] = mean[step] - z * deviations[step];
                upper[level][step] = mean[step] + z * deviations[step];
            }
        }

        return new MethodForecast(form, parameters, mean, deviations, lower, upper);
    }

    public ImmutableArray<ForecastBand> ToBands(ImmutableArray<double> levelsPercent) =>
        [.. levelsPercent.Select((percent, level) => new ForecastBand(percent, [.. Lower[level]], [.. Upper[level]]))];

    public MethodForecast Copy() => this with
    {
        Mean = [.. Mean],
        Deviations = [.. Deviations],
        Lower = Array.ConvertAll(Lower, values => values.ToArray()),
        Upper = Array.ConvertAll(Upper, values => values.ToArray()),
    };

    /// <summary>Cuts points and intervals at zero, in place: counts cannot be negative.</summary>
    public void CutAtZero()
    {
        foreach (var values in (IEnumerable<double[]>)[Mean, .. Lower, .. Upper])
        {
            foreach (ref var value in values.AsSpan())
                value = Math.Max(value, 0);
        }
    }
}
