namespace CrimeInsight.Core.Forecasting.Methods.Counts;

/// <summary>
/// Poisson or negative binomial counts around a seasonal mean whose level follows the counts and returns to its centre;
/// where AICc finds no gain in that, a constant level. Points are exact for every step; the distribution is exact one
/// step ahead and beyond has the exact variance of the recursion, as a negative binomial. For whole values of zero or
/// more.
/// References: Fokianos, Rahbek and Tjøstheim (2009), doi:10.1198/jasa.2009.tm08270; Christou and Fokianos (2014),
/// Quasi-likelihood inference for negative binomial time series models, doi:10.1111/jtsa.12050.
/// </summary>
internal sealed class CountMethod(string name) : IForecastMethod
{
    public const string PoissonName = "poisson";
    public const string NegativeBinomialName = "negbin";

    private const int LeastLength = 10;

    public string Name => name;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier)
    {
        if (history.Length < LeastLength || !FittedCounts.AreCounts(history))
            return null;
        if (!history.ContainsAnyExcept(0))
            return new ConstantFit(CountForecast.Of(null, [], new double[task.Horizon], new double[task.Horizon], task));
        var fitted = new FittedCounts(name == NegativeBinomialName);
        fitted.Fit(history.ToArray(), task.SeasonLength);
        return fitted;
    }
}
