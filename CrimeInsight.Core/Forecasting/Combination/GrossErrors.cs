using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Values that cannot be what happened: one or two within two years that lie more than ten robust deviations from the median
/// of the twelve steps on either side and twice as far out as any other there (9,999 among 50, a month left out). Neither
/// neighbours nor the same season of another year may be alike: what comes twice in a row is a new level, what comes every
/// year a season. Deviations of counts are at least those of a Poisson variable. They stand as the median of their nearest neighbours. O(n) windows of 25
/// values.
/// Reference: Hampel (1974), The influence curve and its role in robust estimation, doi:10.1080/01621459.1974.10482962 (median
/// and absolute deviations from it as centre and scale).
/// </summary>
internal static class GrossErrors
{
    private const int Reach = 12;
    private const int Nearest = 2;
    private const int MostInReach = 2;
    private const double LeastDistance = 10;
    private const double LeastLead = 2;

    /// <summary>Of counts below this mean, bursts of some dozens may be true.</summary>
    private const double LeastMean = 25;

    /// <summary>Standard deviations in a median absolute deviation of normal values.</summary>
    private const double NormalScale = 1.4826;

    /// <returns>The values with gross errors replaced, and what was replaced.</returns>
    public static (double[] Values, ImmutableArray<SeriesAdjustment> Replaced) Replace(ForecastRequest request)
    {
        var values = request.Values.AsSpan().ToArray();
        var found = Enumerable.Range(0, values.Length).Where(t => IsGross(request.Values.AsSpan(), t, request)).ToArray();
        var replaced = ImmutableArray.CreateBuilder<SeriesAdjustment>(found.Length);
        foreach (var t in found)
        {
            values[t] = Median(
                [.. Enumerable.Range(t - Nearest, 2 * Nearest + 1).Where(near => near >= 0 && near < values.Length && !found.Contains(near))
                    .Select(near => request.Values[near])]);
            replaced.Add(new SeriesAdjustment(AdjustmentKind.Unusual, t, request.Values[t], values[t]));
        }

        return (values, replaced.MoveToImmutable());
    }

    private static bool IsGross(ReadOnlySpan<double> values, int t, ForecastRequest request)
    {
        var (from, until) = (Math.Max(0, t - Reach), Math.Min(values.Length, t + Reach + 1));
        double[] window = values[from..until].ToArray();
        var median = Median([.. window]);
        var distance = Math.Abs(values[t] - median);
        var scale = NormalScale * Median(Array.ConvertAll(window, value => Math.Abs(value - median)));
        var least = LeastDistance * Math.Max(scale, request.AreCounts ? Math.Sqrt(Math.Max(LeastMean, median)) : 0);
        if (!(distance > least))
            return false;
        var alike = 0;
        for (var i = from; i < until; i++)
        {
            var other = Math.Abs(values[i] - median);
            if (i == t || LeastLead * other < distance)
                continue;
            // As far out: another gross error, unless it lies where a new level or a season would.
            if (!(other > least) || Math.Abs(i - t) == 1 || ++alike >= MostInReach)
                return false;
        }

        foreach (var same in (ReadOnlySpan<int>)[t - request.SeasonLength, t + request.SeasonLength])
        {
            if (request.SeasonLength > 1 && same >= 0 && same < values.Length && LeastLead * Math.Abs(values[same] - median) >= distance)
                return false;
        }

        return true;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[values.Length / 2] + values[(values.Length - 1) / 2]) / 2;
    }
}
