using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>
/// Points and simulated intervals of an additive fit. The number of future changes is Poisson with the past rate per
/// time, their times uniform, their sizes Laplace with the past mean absolute size; noise is normal. Seeded.
/// </summary>
internal sealed class AdditiveSimulation(AdditiveFit fit, AdditiveDesign design, double scale, ForecastTask task)
{
    private const double LeastChange = 1e-8;

    /// <summary>Prophet takes 1,000.</summary>
    private const int MostPaths = 2000;

    private readonly int _paths = Math.Min(task.Paths, MostPaths);
    private readonly Random _random = new(task.Seed);

    public MethodForecast Forecast(ImmutableArray<ForecastParameter> parameters)
    {
        var mean = new double[task.Horizon];
        double[] trend = new double[task.Horizon], effects = new double[task.Horizon];
        for (var step = 0; step < task.Horizon; step++)
        {
            trend[step] = fit.TrendAt(design.Times[design.Length + step], design.ChangePoints);
            effects[step] = fit.EffectsAt(design.Length + step, design.Columns);
            mean[step] = scale * fit.Combine(trend[step], effects[step]);
        }

        var futures = Simulate(trend, effects);
        var deviations = new double[task.Horizon];
        for (var step = 0; step < task.Horizon; step++)
            deviations[step] = Math.Sqrt(futures[step].Sum(value => (value - mean[step]) * (value - mean[step])) / _paths);
        var (lower, upper) = Bounds(futures);
        return new MethodForecast(fit.Form.ToString(), parameters, mean, deviations, lower, upper);
    }

    /// <summary>Per step, one value per path.</summary>
    private double[][] Simulate(double[] trend, double[] effects)
    {
        var futures = new double[task.Horizon][];
        for (var step = 0; step < task.Horizon; step++)
            futures[step] = new double[_paths];
        var until = design.Times[design.Length + task.Horizon - 1];
        var rate = fit.Changes.Length * (until - 1);
        var size = fit.Changes.Length == 0 ? 0 : fit.Changes.Sum(Math.Abs) / fit.Changes.Length + LeastChange;
        var bends = new double[task.Horizon];
        for (var path = 0; path < _paths; path++)
        {
            Array.Clear(bends);
            for (var left = Poisson(rate); left > 0; left--)
                Bend(bends, 1 + _random.NextDouble() * (until - 1), Laplace(size));
            for (var step = 0; step < task.Horizon; step++)
                futures[step][path] = scale * (fit.Combine(trend[step] + bends[step], effects[step]) + fit.Sigma * Gaussian());
        }

        return futures;
    }

    private void Bend(double[] bends, double time, double change)
    {
        for (var step = 0; step < bends.Length; step++)
            bends[step] += change * Math.Max(0, design.Times[design.Length + step] - time);
    }

    private (double[][] Lower, double[][] Upper) Bounds(double[][] futures)
    {
        var levels = task.LevelsPercent.Length;
        double[] probabilities = new double[2 * levels], quantiles = new double[2 * levels];
        double[][] lower = new double[levels][], upper = new double[levels][];
        for (var level = 0; level < levels; level++)
        {
            probabilities[levels - 1 - level] = 0.5 - task.LevelsPercent[level] / 200;
            probabilities[levels + level] = 0.5 + task.LevelsPercent[level] / 200;
            (lower[level], upper[level]) = (new double[task.Horizon], new double[task.Horizon]);
        }

        for (var step = 0; step < task.Horizon; step++)
        {
            OrderStatistics.Quantiles(futures[step], probabilities, quantiles);
            for (var level = 0; level < levels; level++)
                (lower[level][step], upper[level][step]) = (quantiles[levels - 1 - level], quantiles[levels + level]);
        }

        return (lower, upper);
    }

    private int Poisson(double rate)
    {
        var count = 0;
        for (var left = rate; ; count++)
        {
            left += Math.Log(1 - _random.NextDouble());
            if (left <= 0)
                return count;
        }
    }

    private double Laplace(double size)
    {
        var uniform = _random.NextDouble() - 0.5;
        return -size * Math.Sign(uniform) * Math.Log(1 - 2 * Math.Abs(uniform));
    }

    /// <summary>By inversion, so that one uniform makes one normal deviate.</summary>
    private double Gaussian() => Normal.Quantile((_random.Next() + 0.5) / int.MaxValue);
}
