using BenchmarkDotNet.Attributes;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Arima;
using CrimeInsight.Core.Forecasting.Methods.Ces;
using CrimeInsight.Core.Forecasting.Methods.Counts;
using CrimeInsight.Core.Forecasting.Methods.Ets;
using CrimeInsight.Core.Forecasting.Methods.Theta;

namespace CrimeInsight.Benchmarks.Kernels;

/// <summary>One fit of each method to five years of months, and the whole automatic forecast of the same series.</summary>
public class ForecastKernels
{
    private const int Season = 12;
    private const int Months = 60;
    private const int Horizon = 12;

    private readonly ForecastTask _task = new(Season, Horizon, [80, 95], 1, 0, IsFinal: true);
    private readonly EtsMethod _ets = new();
    private readonly ArimaMethod _arima = new();
    private readonly ThetaMethod _theta = new();
    private readonly DynamicThetaMethod _dynamicTheta = new();
    private readonly CesMethod _ces = new();
    private readonly CountMethod _counts = new(CountMethod.NegativeBinomialName);
    private readonly double[] _series;
    private readonly ForecastRequest _request;

    public ForecastKernels()
    {
        var random = new Random(1);
        double Month(int t) => (100 + t / 2.0) * (1 + 0.2 * Math.Sin(2 * Math.PI * t / Season)) + 20 * (random.NextDouble() - 0.5);
        _series = [.. Enumerable.Range(0, Months).Select(t => Math.Round(Month(t)))];
        _request = new ForecastRequest(_series, Horizon, Season);
    }

    [Benchmark]
    public object? Ets() => _ets.Fit(_series, _task, null);

    [Benchmark]
    public object? Arima() => _arima.Fit(_series, _task, null);

    [Benchmark]
    public object? Theta() => _theta.Fit(_series, _task, null);

    [Benchmark]
    public object? DynamicTheta() => _dynamicTheta.Fit(_series, _task, null);

    [Benchmark]
    public object? ComplexSmoothing() => _ces.Fit(_series, _task, null);

    [Benchmark]
    public object? NegativeBinomialCounts() => _counts.Fit(_series, _task, null);

    [Benchmark]
    public object Automatic() => Forecaster.Run(_request);
}
