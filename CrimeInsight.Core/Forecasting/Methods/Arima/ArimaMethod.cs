using System.Collections.Immutable;

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
    private const int MostSeasonLength = 24;

    private readonly ArimaOrder? _order;
    private readonly bool _exhaustive;
    private readonly int _seasonLength;
    private readonly ArimaSearch _search;
    private ArimaFit? _fit;

    /// <param name="order">Null: chosen from the data.</param>
    /// <param name="exhaustive">Try all orders, not only those a walk meets.</param>
    public ArimaMethod(ArimaOrder? order, int seasonLength, bool exhaustive = false)
    {
        _order = order;
        _exhaustive = exhaustive;
        _seasonLength = seasonLength <= MostSeasonLength ? seasonLength : 1;
        _search = new ArimaSearch(_seasonLength);
    }

    public string Name => ForecastModel.ArimaName;

    public bool IsBaseline => false;

    public MethodForecast? Forecast(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (_order is null && !history.ContainsAnyExcept(history[0]))
            return MethodForecast.Normal("(0,0,0)c", [new("mean", history[0])], [.. Enumerable.Repeat(history[0], task.Horizon)], new double[task.Horizon], task);
        if (_fit is null || task.IsFinal)
            _fit = Fit(history, task.IsFinal);
        if (_fit is null || ArimaProjection.Run(_fit, _seasonLength, history, task.Horizon) is not { } projection)
            return null;
        return MethodForecast.Normal(_fit.Order.ToString(), Parameters(_fit), projection.Mean, projection.Deviations, task);
    }

    private ArimaFit? Fit(ReadOnlySpan<double> history, bool thorough)
    {
        if (_order is not { } order)
            return _search.Select(history, _fit, _exhaustive, thorough);
        if (order.IsSeasonal && _seasonLength == 1)
            return null;
        return new ArimaFitter(_seasonLength).Fit(Differences.Of(history, order.D, order.SeasonalD, _seasonLength), order, _fit is null ? [] : _fit.Point, thorough);
    }

    private static ImmutableArray<ForecastParameter> Parameters(ArimaFit fit)
    {
        var parameters = ImmutableArray.CreateBuilder<ForecastParameter>();
        ReadOnlySpan<(string Name, int Count)> parts = [("ar", fit.Order.P), ("ma", fit.Order.Q), ("sar", fit.Order.SeasonalP), ("sma", fit.Order.SeasonalQ)];
        var at = 0;
        foreach (var (name, count) in parts)
        {
            for (var i = 1; i <= count; i++)
                parameters.Add(new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}{i}"), fit.Coefficients[at++]));
        }

        if (fit.Order.HasConstant)
            parameters.Add(new("mean", fit.Mean));
        parameters.Add(new("sigma", Math.Sqrt(fit.Variance)));
        parameters.Add(new("logLikelihood", fit.LogLikelihood));
        parameters.Add(new("aicc", fit.Aicc));
        return parameters.ToImmutable();
    }
}
