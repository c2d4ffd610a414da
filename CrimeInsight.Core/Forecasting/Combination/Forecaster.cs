namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Forecasts one series. Every method first proves itself on rolling origins of the same series. With the model
/// <c>auto</c> the forecast is a combination whose weights and interval widths a panel of series of like volume taught
/// (<see cref="ForecastCalibration"/>), the widths bent by the series' own past errors; a method asked for by name makes the forecast and its
/// intervals alone. Pure and deterministic: the same request gives the same report. About 10 ms for 60 months on one core.
/// </summary>
public static class Forecaster
{
    /// <param name="calibration">What a panel taught; null: what is believed of every series (<see cref="ForecastCalibration.Default"/>).</param>
    public static ForecastOutcome Run(ForecastRequest request, ForecastCalibration? calibration = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        return MethodChoice.TooShort(request) is { } impossible
            ? impossible
            : ReportWriter.Write(SeriesRun.Make(request), calibration ?? ForecastCalibration.Default);
    }
}
