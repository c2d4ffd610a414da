namespace CrimeInsight.Core.Statistics;

/// <summary>Corrections for many tests at once.</summary>
public static class MultipleTesting
{
    /// <summary>
    /// Benjamini–Hochberg adjusted p-values (step-up): p̃(i) = min over j ≥ i of p(j)·m/j, in the order given, at most 1.
    /// Calling p̃ ≤ q significant bounds the expected share of false discoveries by q for independent or positively
    /// dependent tests. Ties share a value; an empty input gives an empty result. O(m log m).
    /// Benjamini and Hochberg (1995), J. R. Stat. Soc. B 57:289–300, doi:10.1111/j.2517-6161.1995.tb02031.x.
    /// </summary>
    /// <param name="pValues">Each in [0, 1].</param>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues)
    {
        var count = pValues.Length;
        var order = new int[count];
        var sorted = pValues.ToArray();
        for (var i = 0; i < count; i++)
        {
            Guard.Between(pValues[i], 0, 1, nameof(pValues));
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var adjusted = new double[count];
        var least = 1.0;
        for (var rank = count; rank >= 1; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] * count / rank);
            adjusted[order[rank - 1]] = least;
        }

        return adjusted;
    }

    /// <summary><see cref="BenjaminiHochberg(ReadOnlySpan{double})"/> over some of the p-values; 1 for the others, which are no tests.</summary>
    /// <param name="isTested">As many as there are p-values.</param>
    internal static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues, ReadOnlySpan<bool> isTested)
    {
        var (kept, count) = (new double[pValues.Length], 0);
        for (var i = 0; i < pValues.Length; i++)
        {
            if (isTested[i])
                kept[count++] = pValues[i];
        }

        var adjusted = BenjaminiHochberg(kept.AsSpan(0, count));
        for (var i = pValues.Length - 1; i >= 0; i--)
            kept[i] = isTested[i] ? adjusted[--count] : 1;
        return kept;
    }

    /// <summary>
    /// Holm's adjusted p-values (step-down): p̃(i) = max over j ≤ i of (m − j + 1)·p(j), in the order given, at most 1.
    /// Calling p̃ ≤ α significant bounds the chance of any false discovery by α, whatever the dependence. O(m log m).
    /// Holm (1979), Scandinavian Journal of Statistics 6:65–70.
    /// </summary>
    /// <param name="pValues">Each in [0, 1].</param>
    public static double[] Holm(ReadOnlySpan<double> pValues)
    {
        var count = pValues.Length;
        var order = new int[count];
        var sorted = pValues.ToArray();
        for (var i = 0; i < count; i++)
        {
            Guard.Between(pValues[i], 0, 1, nameof(pValues));
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var adjusted = new double[count];
        var most = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            most = Math.Max(most, Math.Min(1, (count - rank) * sorted[rank]));
            adjusted[order[rank]] = most;
        }

        return adjusted;
    }
}
