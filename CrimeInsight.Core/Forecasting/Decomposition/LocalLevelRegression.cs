using System.Diagnostics;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// Regression with a level that wanders: y(t) = μ(t) + x(t)'β + ε(t), μ(t+1) = μ(t) + η(t), Var η = q·Var ε. The
/// Kalman filter, started diffuse, turns it into ordinary least squares on independent innovations; q maximises the
/// restricted likelihood. So a slow movement of the level is not mistaken for an effect. O(n·k²) for one q.
/// References: Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, §3.4; Harvey and Durbin
/// (1986), The effects of seat belt legislation, JRSS A 149:187–227, doi:10.2307/2981553.
/// </summary>
internal sealed class LocalLevelRegression
{
    private const double LeastLogRatio = -5;
    private const double MostLogRatio = 2;
    private const int GridSteps = 14;
    private const int GoldenSteps = 24;

    private readonly double[][] _columns;
    private readonly double[] _values;
    private readonly double _leastVariance;

    /// <param name="values">At least two more than columns.</param>
    /// <param name="columns">Each as long as the values; none constant.</param>
    /// <param name="leastVariance">Variance that one step has at least by its nature (counts: Poisson's), whatever the fit says.</param>
    public LocalLevelRegression(double[] values, IEnumerable<double[]> columns, double leastVariance = 0)
    {
        _values = values;
        _leastVariance = leastVariance;
        _columns = [.. columns];
        Debug.Assert(_columns.All(column => column.Length == values.Length) && values.Length > _columns.Length + 1);
    }

    /// <summary>The fit of the most likely q ≥ 0; null when the columns cannot be told apart.</summary>
    public LocalLevelFit? Fit()
    {
        if (FitAt(0) is not { } best)
            return null;
        var bestLog = double.NaN;
        for (var i = 0; i <= GridSteps; i++)
        {
            var log = LeastLogRatio + (MostLogRatio - LeastLogRatio) * i / GridSteps;
            if (FitAt(Math.Pow(10, log)) is { } fit && fit.RestrictedLogLikelihood > best.RestrictedLogLikelihood)
                (best, bestLog) = (fit, log);
        }

        return double.IsNaN(bestLog) ? best : Refine(best, bestLog);
    }

    /// <summary>The fit at a given ratio of variances.</summary>
    public LocalLevelFit? FitAt(double ratio)
    {
        var k = _columns.Length;
        var whitened = new double[k + 1][];
        var logScale = 0.0;
        for (var j = 0; j <= k; j++)
            whitened[j] = Whiten(j < k ? _columns[j] : _values, ratio, out logScale);
        var gram = new LowerFactor(k + 1);
        for (var i = 0; i <= k; i++)
        {
            for (var j = 0; j <= i; j++)
                gram[i, j] = Dot(whitened[i], whitened[j]);
        }

        return gram.TryFactor() ? LocalLevelFit.From(gram, k, _values.Length - 1, ratio, logScale, whitened) with { LeastVariance = _leastVariance } : null;
    }

    /// <summary>Standardised innovations of one column, the first value spent on the diffuse start.</summary>
    public static double[] Whiten(ReadOnlySpan<double> column, double ratio, out double logScale)
    {
        var innovations = new double[column.Length - 1];
        logScale = 0;
        double level = column[0], variance = 1 + ratio;
        for (var t = 1; t < column.Length; t++)
        {
            var total = variance + 1;
            var innovation = column[t] - level;
            innovations[t - 1] = innovation / Math.Sqrt(total);
            logScale += Math.Log(total);
            level += variance / total * innovation;
            variance = variance / total + ratio;
        }

        return innovations;
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private LocalLevelFit Refine(LocalLevelFit best, double logRatio)
    {
        const double golden = 0.6180339887498949;
        var width = (MostLogRatio - LeastLogRatio) / GridSteps;
        double low = logRatio - width, high = logRatio + width;
        for (var i = 0; i < GoldenSteps && high - low > 1e-4; i++)
        {
            double left = high - golden * (high - low), right = low + golden * (high - low);
            var (atLeft, atRight) = (FitAt(Math.Pow(10, left)), FitAt(Math.Pow(10, right)));
            if (atLeft is null || atRight is null)
                return best;
            if (atLeft.RestrictedLogLikelihood > atRight.RestrictedLogLikelihood)
                high = right;
            else
                low = left;
            var better = atLeft.RestrictedLogLikelihood > atRight.RestrictedLogLikelihood ? atLeft : atRight;
            if (better.RestrictedLogLikelihood > best.RestrictedLogLikelihood)
                best = better;
        }

        return best;
    }
}
