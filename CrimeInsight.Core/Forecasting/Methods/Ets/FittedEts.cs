using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>Exponential smoothing of one series, in the form chosen for the history it was fitted to.</summary>
internal sealed class FittedEts(EtsSelection selection) : IFittedMethod
{
    private EtsSimulation? _simulation;
    private ForecastTask? _simulatedTask;

    /// <summary>Chooses and fits anew; false when no form can be fitted.</summary>
    public bool TryFit(ReadOnlySpan<double> history) => selection.TryChoose(history);

    public bool StillHolds(ReadOnlySpan<double> history) => selection.CanApply(history);

    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (selection.Apply(history) is not { } fit)
            return null;
        var mean = EtsProjection.Points(fit, task.Horizon);
        var deviations = EtsProjection.Deviations(fit, mean);
        return fit.Form.Error == EtsError.Additive || task.Paths == 0
            ? MethodForecast.Normal(fit.Form.ToString(), Parameters(fit), mean, deviations, task)
            : Simulated(fit, mean, deviations, task);
    }

    private MethodForecast Simulated(EtsFit fit, double[] mean, double[] deviations, ForecastTask task)
    {
        if (_simulation is null || task != _simulatedTask)
        {
            _simulation = new EtsSimulation(task.Paths, task.Horizon, task.Seed);
            _simulatedTask = task;
        }

        var levels = task.LevelsPercent.Length;
        var probabilities = new double[2 * levels];
        var quantiles = new double[2 * levels][];
        for (var level = 0; level < levels; level++)
        {
            probabilities[levels - 1 - level] = 0.5 - task.LevelsPercent[level] / 200;
            probabilities[levels + level] = 0.5 + task.LevelsPercent[level] / 200;
            quantiles[level] = new double[task.Horizon];
            quantiles[levels + level] = new double[task.Horizon];
        }

        _simulation.Quantiles(fit, probabilities, quantiles);
        return new MethodForecast(fit.Form.ToString(), Parameters(fit), mean, deviations, [.. quantiles[..levels].Reverse()], quantiles[levels..]);
    }

    private static ImmutableArray<ForecastParameter> Parameters(EtsFit fit)
    {
        var states = fit.Final;
        var parameters = ImmutableArray.CreateBuilder<ForecastParameter>();
        parameters.Add(new("alpha", states.Alpha));
        if (fit.Form.Trend != EtsTrend.None)
            parameters.Add(new("beta", states.Beta));
        if (fit.Form.Season != EtsSeason.None)
            parameters.Add(new("gamma", states.Gamma));
        if (fit.Form.Trend == EtsTrend.Damped)
            parameters.Add(new("phi", states.Phi));
        parameters.Add(new("sigma", Math.Sqrt(fit.Variance)));
        parameters.Add(new("logLikelihood", fit.LogLikelihood));
        parameters.Add(new("aicc", fit.Aicc));
        return parameters.ToImmutable();
    }
}
