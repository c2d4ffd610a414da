namespace CrimeInsight.Core.Forecasting.Methods;

/// <summary>A history that never changed: nothing was fitted, and what is said holds until it changes.</summary>
internal sealed class ConstantFit(MethodForecast forecast) : IFittedMethod
{
    public bool StillHolds(ReadOnlySpan<double> history) => !history.ContainsAnyExcept(history[0]);

    // Whoever is given a forecast may cut it.
    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task) => forecast.Copy();
}
