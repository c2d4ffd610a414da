using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Evaluation;

/// <summary>Adds up the errors of one method over origins and steps, each comparison weighing the same.</summary>
internal sealed class MethodScore(ImmutableArray<double> levelsPercent)
{
    private readonly int[] _inside = new int[levelsPercent.Length];
    private readonly double[] _scaledIntervals = new double[levelsPercent.Length];
    private int _count;
    private int _scaledCount;
    private double _absolute;
    private double _squared;
    private double _signed;
    private double _actual;
    private double _scaledAbsolute;
    private double _scaledSquared;

    /// <summary>Compares one forecast with what came; steps without a known value are left out.</summary>
    public void Add(MethodForecast forecast, ReadOnlySpan<double> came, SeasonalScale scale)
    {
        var steps = Math.Min(forecast.Mean.Length, came.Length);
        for (var step = 0; step < steps; step++)
        {
            var error = came[step] - forecast.Mean[step];
            _count++;
            _absolute += Math.Abs(error);
            _squared += error * error;
            _signed -= error;
            _actual += Math.Abs(came[step]);
            if (scale.IsUsable)
            {
                _scaledCount++;
                _scaledAbsolute += Math.Abs(error) / scale.Absolute;
                _scaledSquared += error * error / scale.Squared;
            }

            for (var level = 0; level < levelsPercent.Length; level++)
                AddInterval(level, forecast.Lower[level][step], forecast.Upper[level][step], came[step], scale);
        }
    }

    public MethodRecord ToRecord(string method, bool isBaseline) => new(
        method,
        isBaseline,
        _absolute / _count,
        Scaled(_scaledAbsolute),
        Scaled(_scaledSquared) is { } squared ? Math.Sqrt(squared) : null,
        _actual > 0 ? _absolute / _actual : null,
        _signed / _count,
        [.. levelsPercent.Select((percent, level) => new LevelRecord(percent, 100.0 * _inside[level] / _count, Scaled(_scaledIntervals[level])))])
    {
        RootMeanSquareError = Math.Sqrt(_squared / _count),
    };

    private void AddInterval(int level, double lower, double upper, double came, SeasonalScale scale)
    {
        if (came >= lower && came <= upper)
            _inside[level]++;
        if (!scale.IsUsable)
            return;
        var alpha = 1 - levelsPercent[level] / 100;
        var outside = Math.Max(lower - came, 0) + Math.Max(came - upper, 0);
        _scaledIntervals[level] += (upper - lower + 2 / alpha * outside) / scale.Absolute;
    }

    private double? Scaled(double sum) => _scaledCount > 0 ? sum / _scaledCount : null;
}
