namespace CrimeInsight.Core.Forecasting.Methods;

/// <summary>
/// A way to forecast one series. An instance serves one series and may remember its last fit as a start for the next,
/// so histories must come in growing order; it never sees values after the history it is given.
/// </summary>
internal interface IForecastMethod
{
    /// <summary>One of <see cref="ForecastModel"/>'s names.</summary>
    string Name { get; }

    /// <summary>A plain rule every other method must beat to be worth its complexity.</summary>
    bool IsBaseline { get; }

    /// <summary>Forecasts the steps after a history; null when the method cannot work with it.</summary>
    MethodForecast? Forecast(ReadOnlySpan<double> history, ForecastTask task);
}
