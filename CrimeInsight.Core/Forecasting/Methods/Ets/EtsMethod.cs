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
    public const string MethodName = "ets";

    /// <summary>Longer seasons have too many initial states to estimate.</summary>
    public const int MostSeasonLength = 24;

    public string Name => MethodName;

    public bool IsMember => true;

    public string? ReadDetail(string text) => EtsForm.TryParse(text, out var form) ? form.ToString() : null;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier)
    {
        var fitted = earlier as FittedEts ?? new FittedEts(new EtsSelection(Forms(task), task.SeasonLength));
        return fitted.TryFit(history) ? fitted : null;
    }

    private static IEnumerable<EtsForm> Forms(ForecastTask task)
    {
        var seasonal = task.SeasonLength is > 1 and <= MostSeasonLength;
        var forms = task.Detail is { } detail && EtsForm.TryParse(detail, out var wanted) ? [wanted] : EtsForm.All;
        return forms.Where(form => seasonal || form.Season == EtsSeason.None);
    }
}
