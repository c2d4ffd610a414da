using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Tests.Core.Forecasting;

internal static class MethodForecasts
{
    /// <summary>Fits to a history and forecasts what follows it; null when the method cannot work with it.</summary>
    public static MethodForecast? Forecast(this IForecastMethod method, ReadOnlySpan<double> history, ForecastTask task) =>
        method.Fit(history, task, null)?.Predict(history, task);
}
