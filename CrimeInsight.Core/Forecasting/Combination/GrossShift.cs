namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// A new level that needs no test: every value after a step lies beyond every value before it, by a gap wider than either
/// side varies and than five standard deviations of a Poisson count. Such a jump (5 a month, then 500) would be taken for a
/// trend, or forecast to fall back. Works without dates; smaller breaks are left to the decomposition.
/// </summary>
/// <param name="Index">First step of the new level; six or more steps lie on either side.</param>
/// <param name="Before">Median before it.</param>
/// <param name="After">Median after it.</param>
internal sealed record GrossShift(int Index, double Before, double After)
{
    private const int LeastBeside = 6;
    private const double LeastPoisson = 5;

    /// <summary>Values from which levels are compared by their ratio.</summary>
    private const double LeastForFactors = 5;

    /// <summary>Levels are a factor apart, not a difference.</summary>
    public bool IsFactor => Math.Min(Before, After) >= LeastForFactors;

    /// <summary>The widest gap; null when there is none. O(n).</summary>
    public static GrossShift? Find(ReadOnlySpan<double> values, bool areCounts)
    {
        var (count, smallest) = (values.Length, double.PositiveInfinity);
        if (count < 2 * LeastBeside)
            return null;
        foreach (var value in values)
            smallest = Math.Min(smallest, value);
        var isLogarithmic = smallest >= LeastForFactors;
        double[] scaled = [.. values];
        if (isLogarithmic)
            scaled = Array.ConvertAll(scaled, Math.Log);
        var (low, high) = (new double[count + 1], new double[count + 1]);
        (low[count], high[count]) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var t = count - 1; t >= 0; t--)
            (low[t], high[t]) = (Math.Min(low[t + 1], scaled[t]), Math.Max(high[t + 1], scaled[t]));
        var (index, widest) = (0, 0.0);
        var (before, top) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var t = 0; t <= count - LeastBeside; t++)
        {
            var gap = Math.Max(low[t] - top, before - high[t]);
            if (t >= LeastBeside && gap > Math.Max(widest, Math.Max(top - before, high[t] - low[t])))
                (index, widest) = (t, gap);
            (before, top) = (Math.Min(before, scaled[t]), Math.Max(top, scaled[t]));
        }

        if (index == 0)
            return null;
        var shift = new GrossShift(index, Median(values[..index]), Median(values[index..]));
        var noise = LeastPoisson * Math.Sqrt(Math.Max(shift.Before, shift.After));
        return areCounts && !(Math.Abs(shift.After - shift.Before) > noise) ? null : shift;
    }

    /// <summary>Brings what came before to the level after, in place.</summary>
    public SeriesAdjustment Apply(Span<double> values, bool areCounts)
    {
        foreach (ref var value in values[..Index])
        {
            value = IsFactor ? value * (After / Before) : value + (After - Before);
            if (areCounts)
                value = Math.Max(value, 0);
        }

        return new SeriesAdjustment(AdjustmentKind.Shift, Index, 0, IsFactor ? After / Before - 1 : After - Before);
    }

    private static double Median(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
