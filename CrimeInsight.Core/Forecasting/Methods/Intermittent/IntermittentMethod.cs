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
    public const string CrostonName = "croston";
    public const string TsbName = "tsb";

    /// <summary>Values below which nothing is said; an error h steps ahead is not taken from fewer either.</summary>
    public const int LeastLength = 10;

    public string Name => name;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier)
    {
        var values = history.ToArray();
        if (values.Length < LeastLength || values.Min() < 0)
            return null;
        if (values.Max() == 0)
            return new ConstantFit(CountForecast.Of(null, [], new double[task.Horizon], new double[task.Horizon], task));
        var fitted = earlier as FittedIntermittent ?? new FittedIntermittent(name == TsbName);
        fitted.Fit(values);
        return fitted;
    }
}
