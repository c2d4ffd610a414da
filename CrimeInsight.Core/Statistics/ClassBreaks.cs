using System.Collections.Immutable;

namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Classes of a choropleth. <see cref="Limits"/> are the edges, ascending without repeats: class i holds
/// [limits i, limits i+1), the last class its upper edge too. There is one class fewer than limits.
/// </summary>
public sealed class ClassBreaks
{
    private const int MostClasses = 9;

    private ClassBreaks(ImmutableArray<double> limits) => Limits = limits;

    /// <summary>Edges of the classes; empty when there were no values.</summary>
    public ImmutableArray<double> Limits { get; }

    /// <summary>Number of classes; 0 when there were no values.</summary>
    public int Count => Math.Max(0, Limits.Length - 1);

    /// <summary>
    /// Classes with about the same number of values in each. Inner edges are quantiles (Hyndman &amp; Fan type 7), rounded
    /// to as few significant digits as keep the values on their sides as evenly; outer edges are rounded outwards.
    /// Repeated values may leave fewer classes. Non-finite values are passed over. O(n log n).
    /// </summary>
    /// <param name="classes">2 … 9.</param>
    public static ClassBreaks Quantile(IEnumerable<double> values, int classes)
    {
        var sorted = Sorted(values, classes);
        if (sorted.Length == 0)
            return new ClassBreaks([]);
        var inner = Enumerable.Range(1, classes - 1).Select(i => QuantileOf(sorted, (double)i / classes));
        return Round(sorted, [.. inner]);
    }

    /// <summary>
    /// Classes with the least sum of squared deviations from their means ("natural breaks"), by dynamic programming over
    /// the distinct sorted values; inner edges half way between neighbours, rounded as in <see cref="Quantile"/>. O(classes · n²).
    /// (Fisher 1958, On grouping for maximum homogeneity, doi:10.1080/01621459.1958.10501479; Jenks 1977.)
    /// </summary>
    /// <param name="classes">2 … 9.</param>
    public static ClassBreaks Natural(IEnumerable<double> values, int classes)
    {
        var sorted = Sorted(values, classes);
        if (sorted.Length == 0)
            return new ClassBreaks([]);
        var starts = Partition(sorted, classes);
        return Round(sorted, [.. starts.Select(start => (sorted[start - 1] + sorted[start]) / 2)]);
    }

    /// <summary>Class of a value: below the first edge 0, above the last the last class. 0 without classes.</summary>
    public int ClassOf(double value)
    {
        var found = 0;
        while (found + 1 < Count && value >= Limits[found + 1])
            found++;
        return found;
    }

    private static double[] Sorted(IEnumerable<double> values, int classes)
    {
        Guard.Between(classes, 2, MostClasses);
        return [.. values.Where(double.IsFinite).Order()];
    }

    private static double QuantileOf(double[] sorted, double probability)
    {
        var position = probability * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>Indexes at which the second and later classes begin.</summary>
    private static List<int> Partition(double[] sorted, int classes)
    {
        var (sums, squares) = (new double[sorted.Length + 1], new double[sorted.Length + 1]);
        var middle = sorted[sorted.Length / 2];
        for (var i = 0; i < sorted.Length; i++)
            (sums[i + 1], squares[i + 1]) = (sums[i] + sorted[i] - middle, squares[i] + (sorted[i] - middle) * (sorted[i] - middle));
        double Cost(int from, int until)
        {
            var sum = sums[until] - sums[from];
            return squares[until] - squares[from] - sum * sum / (until - from);
        }

        var wanted = Math.Min(classes, sorted.Distinct().Count());
        var cost = Enumerable.Range(0, sorted.Length + 1).Select(until => until == 0 ? 0 : Cost(0, until)).ToArray();
        var begin = new int[wanted + 1, sorted.Length + 1];
        for (var k = 2; k <= wanted; k++)
        {
            var next = new double[sorted.Length + 1];
            for (var until = sorted.Length; until >= k; until--)
            {
                next[until] = double.PositiveInfinity;
                for (var from = k - 1; from < until; from++)
                    if (sorted[from] > sorted[from - 1] && cost[from] + Cost(from, until) < next[until])
                        (next[until], begin[k, until]) = (cost[from] + Cost(from, until), from);
            }

            cost = Shielded(next, k);
        }

        var starts = new List<int>();
        for (var (k, until) = (wanted, sorted.Length); k > 1; until = begin[k, until], k--)
            starts.Insert(0, begin[k, until]);
        return starts;
    }

    // Prefixes shorter than their number of classes cannot be divided.
    private static double[] Shielded(double[] cost, int classes)
    {
        Array.Fill(cost, double.PositiveInfinity, 0, classes);
        return cost;
    }

    private static ClassBreaks Round(double[] sorted, double[] inner)
    {
        var (least, most) = (sorted[0], sorted[^1]);
        if (least == most)
            return new ClassBreaks([least, most == 0 ? 1 : most + Math.Abs(most)]);
        var rounded = inner.Select(edge => RoundBetween(sorted, edge)).Where(edge => edge > least && edge <= most);
        var step = Magnitude(most - least) / 10;
        var (floor, ceiling) = (Clean(Math.Floor(least / step) * step), Clean(Math.Ceiling(most / step) * step));
        return new ClassBreaks([.. rounded.Prepend(floor).Append(ceiling).Distinct().Order()]);
    }

    /// <summary>The edge with the fewest significant digits that has at most 2 % of the values on another side.</summary>
    private static double RoundBetween(double[] sorted, double edge)
    {
        var tolerance = sorted.Length / 50;
        for (var digits = 1; digits <= 6; digits++)
        {
            var step = Magnitude(edge) / Math.Pow(10, digits - 1);
            var candidate = Clean(Math.Round(edge / step) * step);
            var moved = sorted.Count(value => value >= Math.Min(edge, candidate) && value < Math.Max(edge, candidate));
            if (moved <= tolerance)
                return candidate;
        }

        return edge;
    }

    private static double Magnitude(double value) => value == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))));

    // Takes off the dust of binary fractions: 0.30000000000000004 → 0.3.
    private static double Clean(double value) =>
        double.Parse(value.ToString("G12", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
