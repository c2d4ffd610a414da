namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Exact likelihood of a form by its own recursion: with relative errors u (u = e for additive error, e/ŷ for
/// multiplicative), deviance = n·log Σu² + 2 Σ log ŷ (second term only for multiplicative error) and
/// log-likelihood = −deviance / 2, without the Gaussian constant as in R's <c>ets</c>.
/// Reference: Hyndman et al. (2008), §5.1.
/// </summary>
internal static class EtsLikelihood
{
    /// <summary>Deviance of an infeasible point: inadmissible, or not positive where it must be.</summary>
    public const double Infeasible = double.PositiveInfinity;

    /// <summary>
    /// Runs a form over a series. Linear in time, allocates nothing.
    /// </summary>
    /// <param name="season">Working space, one per slot; receives the final seasons.</param>
    /// <param name="final">Level and trend after the last observation.</param>
    public static double Deviance(
        EtsLayout layout, ReadOnlySpan<double> point, ReadOnlySpan<double> series, double floor, Span<double> season,
        out (double Level, double Trend, double SquaredErrors) final)
    {
        layout.CopySeason(point, season);
        return layout.Form.Season == EtsSeason.Multiplicative
            ? Multiplicative(layout, point, series, floor, season, out final)
            : Linear(layout, point, series, floor, season, out final);
    }

    /// <summary>Turns the sums into the deviance. A perfect fit is held at the floor, so it stays finite.</summary>
    public static double FromSums(int count, double squares, double logs, double floor) =>
        count * Math.Log(squares + floor) + 2 * logs;

    /// <summary>A sum of squares no rounding error lets a fit get under: 10⁻²⁴ of the series' (1 for relative errors).</summary>
    public static double FloorOf(EtsForm form, ReadOnlySpan<double> series)
    {
        if (form.Error == EtsError.Multiplicative)
            return 1e-24 * series.Length;
        var squares = 0.0;
        foreach (var value in series)
            squares += value * value;
        return 1e-24 * Math.Max(squares, double.Epsilon / 1e-24);
    }

    private static double Linear(
        EtsLayout layout, ReadOnlySpan<double> point, ReadOnlySpan<double> series, double floor, Span<double> season,
        out (double Level, double Trend, double SquaredErrors) final)
    {
        double alpha = point[0], beta = layout.BetaOf(point), gamma = layout.GammaOf(point), phi = layout.PhiOf(point);
        double level = point[layout.Level], trend = layout.Trend < 0 ? 0 : point[layout.Trend];
        var relative = layout.Form.Error == EtsError.Multiplicative;
        var logs = new LogSum();
        double squares = 0;
        final = default;
        for (int t = 0, slot = 0; t < series.Length; t++)
        {
            var damped = phi * trend;
            var expected = level + damped + season[slot];
            var error = series[t] - expected;
            level += damped + alpha * error;
            trend = damped + beta * error;
            season[slot] += gamma * error;
            if (relative)
            {
                if (!(expected > 0))
                    return Infeasible;
                logs.Add(expected);
                error /= expected;
            }

            squares += error * error;
            if (++slot == season.Length)
                slot = 0;
        }

        final = (level, trend, squares);
        return Finite(FromSums(series.Length, squares, logs.Total, floor));
    }

    private static double Multiplicative(
        EtsLayout layout, ReadOnlySpan<double> point, ReadOnlySpan<double> series, double floor, Span<double> season,
        out (double Level, double Trend, double SquaredErrors) final)
    {
        double alpha = point[0], beta = layout.BetaOf(point), gamma = layout.GammaOf(point), phi = layout.PhiOf(point);
        double level = point[layout.Level], trend = layout.Trend < 0 ? 0 : point[layout.Trend];
        var logs = new LogSum();
        double squares = 0;
        final = default;
        for (int t = 0, slot = 0; t < series.Length; t++)
        {
            var damped = phi * trend;
            var line = level + damped;
            var factor = season[slot];
            if (!(line > 0 && factor > 0))
                return Infeasible;
            var expected = line * factor;
            var error = series[t] / expected - 1;
            level = line + alpha * line * error;
            trend = damped + beta * line * error;
            season[slot] = factor + gamma * factor * error;
            logs.Add(expected);
            squares += error * error;
            if (++slot == season.Length)
                slot = 0;
        }

        final = (level, trend, squares);
        return Finite(FromSums(series.Length, squares, logs.Total, floor));
    }

    private static double Finite(double deviance) => double.IsNaN(deviance) ? Infeasible : deviance;

    /// <summary>Sum of logarithms by products, one logarithm per eight values.</summary>
    private struct LogSum
    {
        private double _sum;
        private double _product = 1;
        private int _held;

        public LogSum()
        {
        }

        public readonly double Total => _sum + Math.Log(_product);

        public void Add(double value)
        {
            _product *= value;
            if (++_held < 8)
                return;
            _sum += Math.Log(_product);
            _product = 1;
            _held = 0;
        }
    }
}
