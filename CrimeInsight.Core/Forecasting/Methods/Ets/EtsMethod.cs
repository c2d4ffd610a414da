using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Exponential smoothing in innovations state space form, of a given form or of the one with the least AICc. Seasonal
/// forms are tried for seasons of 2 to 24 observations. Intervals: normal with the exact variance for additive error,
/// simulated for multiplicative error (normal with the near variance when no paths are asked for); both take the
/// parameters as known.
/// Reference: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing,
/// doi:10.1007/978-3-540-71918-2.
/// </summary>
internal sealed class EtsMethod : IForecastMethod
{
    /// <summary>Longer seasons have too many initial states to estimate.</summary>
    public const int MostSeasonLength = 24;

    private readonly EtsSelection _selection;
    private EtsSimulation? _simulation;
    private ForecastTask? _simulatedTask;

    /// <param name="form">Null: chosen from the data.</param>
    public EtsMethod(EtsForm? form, int seasonLength)
    {
        var seasonal = seasonLength is > 1 and <= MostSeasonLength;
        var forms = EtsForm.All.Where(candidate => form is { } wanted ? candidate == wanted : true);
        _selection = new EtsSelection(forms.Where(candidate => seasonal || candidate.Season == EtsSeason.None), seasonLength);
    }

    public string Name => ForecastModel.EtsName;

    public bool IsBaseline => false;

    public MethodForecast? Forecast(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (_selection.Select(history, task.IsFinal) is not { } fit)
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
