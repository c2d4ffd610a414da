namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>
/// Prophet's model: piecewise-linear or flat trend with 25 possible changes in the first 80 % of the history, Fourier
/// season of order 10 and festivals of the calendar, added or as shares of the trend; the form with the least BIC unless
/// given, chosen once for a growing history. Intervals simulate future changes of slope at the rate and of the mean size
/// of the past ones, and noise. Offered because users ask for it; on monthly series it is rarely the best.
/// Reference: Taylor and Letham (2018), Forecasting at scale, doi:10.1080/00031305.2017.1380080.
/// </summary>
/// <param name="form">Null: chosen from the data.</param>
internal sealed class AdditiveMethod(AdditiveForm? form = null) : IForecastMethod
{
    public const string MethodName = "additive";

    private const int LeastLength = 10;

    public string Name => MethodName;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier)
    {
        if (history.Length < Math.Max(LeastLength, 2 * task.SeasonLength))
            return null;
        return history.ContainsAnyExcept(0)
            ? new FittedAdditive(form, history, task)
            : new ConstantFit(MethodForecast.Normal(null, [], new double[task.Horizon], new double[task.Horizon], task));
    }
}
