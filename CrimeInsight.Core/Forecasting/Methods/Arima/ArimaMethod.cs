namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>
/// Seasonal autoregressive integrated moving averages, of given orders or chosen automatically, fitted by exact maximum
/// likelihood. Over earlier origins orders and coefficients of the first origin are kept and only the filter moves on, so
/// what is said there rests on less than was known, never on more. Intervals: normal, parameters taken as known.
/// Seasons longer than 24 observations are left out, as in exponential smoothing. A constant series is carried on.
/// References: see <see cref="ArimaOrder"/>, <see cref="ArimaFilter"/>, <see cref="ArimaSearch"/>.
/// </summary>
internal sealed class ArimaMethod : IForecastMethod
{
    public const string MethodName = "arima";

    private const int MostSeasonLength = 24;

    /// <summary>Chosen among all orders instead of those a walk meets.</summary>
    private const string ExhaustiveMark = "full";

    /// <summary>Values an estimated coefficient of given orders needs: with fewer it follows the noise, and says so with narrow intervals.</summary>
    private const int ValuesPerCoefficient = 3;

    public string Name => MethodName;

    public bool IsMember => true;

    public string? ReadDetail(string text) => string.Equals(text, ExhaustiveMark, StringComparison.OrdinalIgnoreCase)
        ? ExhaustiveMark
        : ArimaOrder.TryParse(text, out var order) ? order.ToString() : null;

    public bool FixesForm(string? detail) => OrderOf(detail) is not null;

    public int LeastLength(string? detail, int seasonLength) =>
        OrderOf(detail) is { } order ? ValuesPerCoefficient * order.ParameterCount + order.D + order.SeasonalD * seasonLength : 0;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier)
    {
        var order = OrderOf(task.Detail);
        if (order is null && !history.ContainsAnyExcept(history[0]))
            return new ConstantFit(CarriedOn(history[0], task));
        var season = task.SeasonLength <= MostSeasonLength ? task.SeasonLength : 1;
        var fitted = earlier as FittedArima ?? new FittedArima(order, season, task.Detail == ExhaustiveMark);
        return fitted.TryFit(history, task.IsFinal) ? fitted : null;
    }

    private static MethodForecast CarriedOn(double value, ForecastTask task) => MethodForecast.Normal(
        "(0,0,0)c", [new("mean", value)], [.. Enumerable.Repeat(value, task.Horizon)], new double[task.Horizon], task);

    private static ArimaOrder? OrderOf(string? detail) => ArimaOrder.TryParse(detail, out var order) ? order : null;
}
