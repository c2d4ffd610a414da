using System.Buffers;
using System.Collections.Concurrent;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Intervals of forms with multiplicative error by simulating futures. The normal errors of each step are stratified
/// (one draw per equal slice of probability, shuffled by the seed: Latin hypercube sampling), so few paths suffice and
/// the first step is exact. Relative errors are cut at −1: a count cannot fall below zero.
/// References: Hyndman et al. (2008), §6.1; McKay, Beckman and Conover (1979), doi:10.2307/1268522.
/// </summary>
internal sealed class EtsSimulation
{
    private const int MostTables = 8;

    private static readonly ConcurrentDictionary<(int Paths, int Horizon, int Seed), double[]> s_tables = new();

    private readonly int _paths;
    private readonly double[] _errors;
    private double[] _futures = [];

    /// <param name="horizon">Most steps.</param>
    public EtsSimulation(int paths, int horizon, int seed)
    {
        _paths = paths;
        // The table depends on nothing but its key, so many series share it; it is only kept to save time.
        if (s_tables.Count > MostTables)
            s_tables.Clear();
        _errors = s_tables.GetOrAdd((paths, horizon, seed), key => Draw(key.Paths, key.Horizon, key.Seed));
    }

    /// <summary>Writes the quantiles of each step: <paramref name="quantiles"/>[k][step] for the k-th probability.</summary>
    /// <param name="probabilities">Ascending, strictly between 0 and 1.</param>
    public void Quantiles(EtsFit fit, ReadOnlySpan<double> probabilities, double[][] quantiles)
    {
        var horizon = quantiles[0].Length;
        _futures = ArrayPool<double>.Shared.Rent(_paths * horizon);
        try
        {
            Simulate(fit, horizon);
            Span<double> atStep = stackalloc double[probabilities.Length];
            for (var step = 0; step < horizon; step++)
            {
                OrderStatistics.Quantiles(_futures.AsSpan(step * _paths, _paths), probabilities, atStep);
                for (var k = 0; k < probabilities.Length; k++)
                    quantiles[k][step] = atStep[k];
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(_futures);
            _futures = [];
        }
    }

    private static double[] Draw(int paths, int horizon, int seed)
    {
        var errors = new double[paths * horizon];
        for (var path = 0; path < paths; path++)
            errors[path] = Normal.Quantile((path + 0.5) / paths);
        for (var step = 1; step < horizon; step++)
            errors.AsSpan(0, paths).CopyTo(errors.AsSpan(step * paths));
        var random = new Random(seed);
        for (var step = 0; step < horizon; step++)
            random.Shuffle(errors.AsSpan(step * paths, paths));
        return errors;
    }

    private void Simulate(EtsFit fit, int horizon)
    {
        Span<double> season = stackalloc double[fit.Final.Season.Length];
        for (var path = 0; path < _paths; path++)
        {
            if (fit.Form.Season == EtsSeason.Multiplicative)
                RunMultiplicative(fit, path, horizon, season);
            else
                RunLinear(fit, path, horizon, season);
        }
    }

    private void RunLinear(EtsFit fit, int path, int horizon, Span<double> season)
    {
        var states = fit.Final;
        states.Season.CopyTo(season);
        double level = states.Level, trend = states.Trend, spread = Math.Sqrt(fit.Variance);
        for (int step = 0, slot = fit.NextSlot; step < horizon; step++)
        {
            trend *= states.Phi;
            level += trend;
            var expected = level + season[slot];
            var error = expected * Math.Max(spread * _errors[step * _paths + path], -1);
            _futures[step * _paths + path] = expected + error;
            level += states.Alpha * error;
            trend += states.Beta * error;
            season[slot] += states.Gamma * error;
            if (++slot == season.Length)
                slot = 0;
        }
    }

    private void RunMultiplicative(EtsFit fit, int path, int horizon, Span<double> season)
    {
        var states = fit.Final;
        states.Season.CopyTo(season);
        double level = states.Level, trend = states.Trend, spread = Math.Sqrt(fit.Variance);
        for (int step = 0, slot = fit.NextSlot; step < horizon; step++)
        {
            trend *= states.Phi;
            level += trend;
            var error = Math.Max(spread * _errors[step * _paths + path], -1);
            _futures[step * _paths + path] = level * season[slot] * (1 + error);
            trend += states.Beta * level * error;
            level *= 1 + states.Alpha * error;
            season[slot] *= 1 + states.Gamma * error;
            if (++slot == season.Length)
                slot = 0;
        }
    }
}
