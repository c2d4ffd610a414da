namespace CrimeInsight.Core.Forecasting.Methods.Ces;

/// <summary>
/// Complex exponential smoothing; the form with the least AICc, seasonal forms only when the season is significant. It
/// needs no decision between level and trend. Over earlier origins form and parameters of the first are kept. Intervals:
/// normal with the exact variance. Needs two seasons, or ten values. See <see cref="CesResiduals"/>.
/// </summary>
internal sealed class CesMethod : IForecastMethod
{
    public const string MethodName = "ces";

    private const int LeastLength = 10;
    private const int MostSeasonLength = 24;

    public string Name => MethodName;

    public bool IsMember => true;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier)
    {
        var seasonal = task.SeasonLength is > 1 and <= MostSeasonLength;
        if (history.Length < Math.Max(LeastLength, seasonal ? 2 * task.SeasonLength : 2))
            return null;
        var fitted = earlier as FittedCes ?? new FittedCes(seasonal ? Enum.GetValues<CesSeason>() : [CesSeason.None], task.SeasonLength);
        return fitted.TryFit(history.ToArray()) ? fitted : null;
    }
}
