using System.Diagnostics;

namespace CrimeInsight.Core.Statistics;

/// <summary>A test for a steady rise or fall.</summary>
/// <param name="S">Pairs that rise less pairs that fall.</param>
/// <param name="Z">Standardised with a correction for continuity; above 0: rising.</param>
/// <param name="TwoSidedP">Normal approximation.</param>
internal readonly record struct MannKendall(int S, double Z, double TwoSidedP)
{
    /// <summary>
    /// Mann–Kendall trend test, variance corrected for ties (Kendall 1975) and, for values that share part of what they are made of
    /// with the last few before them, for the autocorrelation of the ranks at these lags where it is above 0 (Hamed and Rao 1998,
    /// doi:10.1016/S0022-1694(97)00125-X; ranks of the remainder after a straight line). O(n²).
    /// </summary>
    /// <param name="values">Oldest first, at least 4.</param>
    /// <param name="overlap">Lags at which values overlap; 0: none.</param>
    public static MannKendall Test(ReadOnlySpan<double> values, int overlap)
    {
        Debug.Assert(values.Length >= 4);
        var s = 0;
        for (var i = 1; i < values.Length; i++)
            for (var j = 0; j < i; j++)
                s += values[i].CompareTo(values[j]);
        double n = values.Length;
        var variance = (n * (n - 1) * (2 * n + 5) - Ties(values)) / 18;
        if (variance <= 0 || s == 0)
            return new MannKendall(s, 0, 1);
        var z = (s - Math.Sign(s)) / Math.Sqrt(variance * Inflation(values, overlap));
        return new MannKendall(s, z, Math.Min(1, 2 * Normal.UpperTail(Math.Abs(z))));
    }

    private static double Ties(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var (sum, from) = (0.0, 0);
        for (var i = 1; i <= sorted.Length; i++)
        {
            if (i < sorted.Length && sorted[i] == sorted[from])
                continue;
            double tied = i - from;
            sum += tied * (tied - 1) * (2 * tied + 5);
            from = i;
        }

        return sum;
    }

    private static double Inflation(ReadOnlySpan<double> values, int overlap)
    {
        if (overlap == 0)
            return 1;
        var ranks = RanksOfRemainder(values);
        double n = values.Length;
        var (all, sum) = (0.0, 0.0);
        foreach (var rank in ranks)
            all += rank * rank;
        for (var lag = 1; lag <= Math.Min(overlap, values.Length - 3); lag++)
        {
            var shared = 0.0;
            for (var i = lag; i < ranks.Length; i++)
                shared += ranks[i] * ranks[i - lag];
            sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * Math.Max(0, shared / all);
        }

        return 1 + 2 * sum / (n * (n - 1) * (n - 2));
    }

    /// <summary>Around 0.</summary>
    private static double[] RanksOfRemainder(ReadOnlySpan<double> values)
    {
        var (middle, mean, slope, spread) = ((values.Length - 1) / 2.0, 0.0, 0.0, 0.0);
        foreach (var value in values)
            mean += value / values.Length;
        for (var i = 0; i < values.Length; i++)
        {
            slope += (i - middle) * (values[i] - mean);
            spread += (i - middle) * (i - middle);
        }

        var (remainder, order, ranks) = (new double[values.Length], new int[values.Length], new double[values.Length]);
        for (var i = 0; i < values.Length; i++)
            (remainder[i], order[i]) = (values[i] - slope / spread * (i - middle), i);
        Array.Sort(remainder, order);
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank - middle;
        return ranks;
    }
}
