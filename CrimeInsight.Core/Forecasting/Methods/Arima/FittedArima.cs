using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>ARIMA of one series: orders and coefficients stand, only the filter moves on.</summary>
/// <param name="order">Null: chosen from the data.</param>
/// <param name="isExhaustive">Try all orders, not only those a walk meets.</param>
internal sealed class FittedArima(ArimaOrder? order, int seasonLength, bool isExhaustive) : IFittedMethod
{
    private readonly ArimaSearch _search = new(seasonLength);
    private ArimaFit? _fit;

    /// <summary>Fits anew, from the earlier optimum where there is one; false when nothing can be fitted.</summary>
    public bool TryFit(ReadOnlySpan<double> history, bool thorough)
    {
        _fit = Fit(history, thorough);
        return _fit is not null;
    }

    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task) =>
        _fit is { } fit && ArimaProjection.Run(fit, seasonLength, history, task.Horizon) is { } projection
            ? MethodForecast.Normal(fit.Order.ToString(), Parameters(fit), projection.Mean, projection.Deviations, task)
            : null;

    private ArimaFit? Fit(ReadOnlySpan<double> history, bool thorough)
    {
        if (order is not { } given)
            return _search.Select(history, _fit, isExhaustive, thorough);
        if (given.IsSeasonal && seasonLength == 1)
            return null;
        var differenced = Differences.Of(history, given.D, given.SeasonalD, seasonLength);
        return new ArimaFitter(seasonLength).Fit(differenced, given, _fit is null ? [] : _fit.Point, thorough);
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
