using System.Diagnostics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// Local regression on the positions 1 … n with tricube weights, as STL uses it: the fit is made at every
/// <c>jump</c>-th position and drawn straight between them.
/// Reference: Cleveland, Cleveland, McRae and Terpenning (1990), STL, Journal of Official Statistics 6(1):3–73, §3.4 and
/// the authors' published program.
/// </summary>
internal static class Loess
{
    /// <summary>Relative distance below which a neighbour has full weight, and above whose complement none.</summary>
    private const double Near = 0.001;

    /// <param name="window">Neighbours that count, odd.</param>
    /// <param name="degree">0 constant, 1 line.</param>
    /// <param name="robustness">A factor on each weight; empty: all 1.</param>
    /// <param name="weights">Scratch, as long as y.</param>
    public static void Smooth(
        ReadOnlySpan<double> y, int window, int degree, int jump, ReadOnlySpan<double> robustness, Span<double> smooth, Span<double> weights)
    {
        Debug.Assert(smooth.Length >= y.Length && weights.Length >= y.Length);
        var n = y.Length;
        if (n < 2)
        {
            y.CopyTo(smooth);
            return;
        }

        var step = Math.Min(jump, n - 1);
        var last = (n - 1) / step * step + 1;
        for (var i = 1; i <= n; i += step)
            smooth[i - 1] = At(y, window, degree, i, Neighbours(i, n, window), robustness, weights) ?? y[i - 1];
        if (last != n)
            smooth[n - 1] = At(y, window, degree, n, Neighbours(n, n, window), robustness, weights) ?? y[n - 1];
        for (var i = 1; i < last; i += step)
            DrawLine(smooth, i - 1, i - 1 + step);
        if (last != n)
            DrawLine(smooth, last - 1, n - 1);
    }

    /// <summary>The fit at one position, which may lie one outside; null when all weights are zero.</summary>
    /// <param name="neighbours">First and last position that count.</param>
    public static double? At(
        ReadOnlySpan<double> y, int window, int degree, double position, (int First, int Last) neighbours, ReadOnlySpan<double> robustness,
        Span<double> weights)
    {
        var (first, last) = neighbours;
        var reach = Math.Max(position - first, last - position);
        if (window > y.Length)
            reach += (window - y.Length) / 2;
        var total = 0.0;
        for (var j = first; j <= last; j++)
        {
            var distance = Math.Abs(j - position);
            var weight = 0.0;
            if (distance <= (1 - Near) * reach)
            {
                weight = distance <= Near * reach ? 1 : Tricube(distance / reach);
                if (!robustness.IsEmpty)
                    weight *= robustness[j - 1];
            }

            weights[j - 1] = weight;
            total += weight;
        }

        if (total <= 0)
            return null;
        for (var j = first; j <= last; j++)
            weights[j - 1] /= total;
        if (reach > 0 && degree > 0)
            Tilt(weights, first, last, position, y.Length - 1);
        var value = 0.0;
        for (var j = first; j <= last; j++)
            value += weights[j - 1] * y[j - 1];
        return value;
    }

    /// <summary>The window around a position, moved inwards at the ends.</summary>
    private static (int First, int Last) Neighbours(int position, int n, int window)
    {
        if (window >= n)
            return (1, n);
        var first = Math.Clamp(position - (window + 1) / 2 + 1, 1, n - window + 1);
        return (first, first + window - 1);
    }

    private static double Tricube(double relative)
    {
        var rest = 1 - relative * relative * relative;
        return rest * rest * rest;
    }

    /// <summary>Turns weights of a local mean into those of a local line.</summary>
    private static void Tilt(Span<double> weights, int first, int last, double position, double range)
    {
        double centre = 0, spread = 0;
        for (var j = first; j <= last; j++)
            centre += weights[j - 1] * j;
        for (var j = first; j <= last; j++)
            spread += weights[j - 1] * (j - centre) * (j - centre);
        if (Math.Sqrt(spread) <= Near * range)
            return;
        var slope = (position - centre) / spread;
        for (var j = first; j <= last; j++)
            weights[j - 1] *= slope * (j - centre) + 1;
    }

    private static void DrawLine(Span<double> values, int from, int to)
    {
        var slope = (values[to] - values[from]) / (to - from);
        for (var j = from + 1; j < to; j++)
            values[j] = values[from] + slope * (j - from);
    }
}
