using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>
/// Fits models of given orders to one differenced series by exact maximum likelihood. Holds working space: not for use by
/// two threads at once.
/// </summary>
internal sealed class ArimaFitter(int seasonLength)
{
    private static readonly LeastSquaresLimits s_thorough = new(60, 1e-10);
    private static readonly LeastSquaresLimits s_scout = new(8, 1e-4);
    private static readonly LeastSquaresLimits s_quick = new(12, 1e-4);

    private readonly BoxedLeastSquares _optimizer = new();
    private readonly Dictionary<ArimaOrder, ResidualSquares<ArimaResiduals>> _problems = [];

    /// <summary>Starts of every coefficient: none, and the mild negative moving averages of most count series.</summary>
    private static readonly double[] s_starts = [0.05, 0.4];

    /// <summary>Fits from every start and keeps the best; null when the series is constant or too short.</summary>
    /// <param name="differenced">The series after the order's differences.</param>
    /// <param name="start">An optimum of a neighbouring order or series, in this order's layout; empty: none.</param>
    /// <param name="thorough">Polish to full precision from several starts; else enough to compare orders.</param>
    public ArimaFit? Fit(double[] differenced, ArimaOrder order, ReadOnlySpan<double> start, bool thorough)
    {
        var scale = Scale(differenced);
        if (differenced.Length <= order.ParameterCount + 2 || scale == 0)
            return null;
        var problem = Problem(order);
        problem.Residuals.Use(scale == 1 ? differenced : [.. differenced.Select(value => value / scale)]);
        var mean = differenced.Average() / scale;
        var best = new double[order.ParameterCount];
        var point = new double[order.ParameterCount];
        var least = double.PositiveInfinity;
        for (var attempt = -1; attempt < s_starts.Length; attempt++)
        {
            if (attempt < 0 ? start.IsEmpty : !thorough && !start.IsEmpty)
                continue;
            if (!thorough && attempt > 0)
                break;
            Fill(order, point, attempt, start, mean, scale);
            var sum = _optimizer.Minimise(problem, point, thorough ? s_scout : s_quick).Value;
            if (!(sum < least))
                continue;
            least = sum;
            point.CopyTo(best, 0);
        }

        if (double.IsInfinity(least))
            return null;
        if (thorough)
            _optimizer.Minimise(problem, best, s_thorough);
        return Measure(problem.Residuals, best, scale);
    }

    private static ArimaFit? Measure(ArimaResiduals residuals, double[] point, double scale)
    {
        var order = residuals.Order;
        var n = residuals.Count;
        var innovations = new double[n];
        if (!residuals.TryEvaluate(point, innovations))
            return null;
        var sum = innovations.Sum(value => value * value) * Math.Exp(-residuals.LogDeterminant / n);
        var logLikelihood = -0.5 * (n * Math.Log(2 * Math.PI * sum / n) + residuals.LogDeterminant + n) - n * Math.Log(scale);
        var mean = order.HasConstant ? point[^1] * scale : 0;
        if (order.HasConstant)
            point[^1] = mean;
        return double.IsFinite(logLikelihood)
            ? new ArimaFit(order, point, residuals.Polynomials.Coefficients.ToArray(), mean, scale * scale * sum / n, logLikelihood, n)
            : null;
    }

    private static void Fill(ArimaOrder order, double[] point, int attempt, ReadOnlySpan<double> start, double mean, double scale)
    {
        if (attempt < 0)
        {
            start.CopyTo(point);
            if (order.HasConstant)
                point[^1] /= scale;
            return;
        }

        Array.Fill(point, s_starts[attempt]);
        if (order.HasConstant)
            point[^1] = mean;
    }

    private ResidualSquares<ArimaResiduals> Problem(ArimaOrder order)
    {
        if (!_problems.TryGetValue(order, out var problem))
            _problems[order] = problem = new ResidualSquares<ArimaResiduals>(new ArimaResiduals(order, seasonLength));
        return problem;
    }

    /// <summary>Standard deviation, so that μ and the coefficients are of like size; 0 for a constant series.</summary>
    private static double Scale(double[] values)
    {
        if (values.Length == 0)
            return 0;
        var mean = values.Average();
        var variance = values.Average(value => (value - mean) * (value - mean));
        return variance > 1e-18 * (1 + mean * mean) ? Math.Sqrt(variance) : 0;
    }
}
