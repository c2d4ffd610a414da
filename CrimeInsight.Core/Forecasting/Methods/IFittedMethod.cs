namespace CrimeInsight.Core.Forecasting.Methods;

/// <summary>
/// A method fitted to one series. Form and parameters stand while the history grows, so what is said at a later moment rests on
/// less than was known, never on more. May hold working space: not for use by two threads at once.
/// </summary>
internal interface IFittedMethod
{
    /// <summary>False when the history that was fitted said nothing of a longer one (it was constant): then fit again.</summary>
    bool StillHolds(ReadOnlySpan<double> history) => true;

    /// <summary>Forecasts the steps after a history, that of the fit or a longer one; null when it cannot work with it.</summary>
    MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task);
}
