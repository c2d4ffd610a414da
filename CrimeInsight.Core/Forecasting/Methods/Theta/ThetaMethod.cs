namespace CrimeInsight.Core.Forecasting.Methods.Theta;

/// <summary>
/// The theta method that won the M3 competition, as exponential smoothing with half the slope of the series' straight line,
/// on the series without its season (see <see cref="ClassicalSeason"/>). Intervals: normal, σ·√(1 + (h−1)·α²).
/// References: Assimakopoulos and Nikolopoulos (2000), doi:10.1016/S0169-2070(00)00066-2; Hyndman and Billah (2003),
/// Unmasking the theta method, doi:10.1016/S0169-2070(01)00143-1.
/// </summary>
internal sealed class ThetaMethod : IForecastMethod
{
    public const string MethodName = "theta";

    public string Name => MethodName;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier)
    {
        var fitted = earlier as FittedTheta ?? new FittedTheta();
        return fitted.TryFit(history, task.SeasonLength) ? fitted : null;
    }
}
