namespace CrimeInsight.Core.Forecasting.Methods.Theta;

/// <summary>
/// The dynamic optimised theta model on the series without its season (see <see cref="ClassicalSeason"/>). Over earlier
/// origins the parameters of the first are kept. Intervals: normal, σ·√(1 + (h−1)·α²), taken up by the season where it is
/// a factor. Needs six values.
/// </summary>
internal sealed class DynamicThetaMethod : IForecastMethod
{
    public const string MethodName = "dotm";

    private const int LeastLength = 6;

    public string Name => MethodName;

    public bool IsMember => true;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier)
    {
        if (history.Length < LeastLength)
            return null;
        var fitted = earlier as FittedDynamicTheta ?? new FittedDynamicTheta();
        fitted.Fit(history, task.SeasonLength);
        return fitted;
    }
}
