namespace CrimeInsight.Core.Forecasting.Methods.Counts;

/// <summary>
/// Factors of the season for counts, drawn towards 1 as far as the data leave them uncertain: with O cases seen and E
/// expected from the level around them, the factor is (O + k) / (E + k), k the dispersion over the variance of the true
/// factors (gamma–Poisson empirical Bayes, both by moments). Without a season beyond chance all factors are 1.
/// Reference: Clayton and Kaldor (1987), doi:10.2307/2532003.
/// </summary>
internal static class CountSeason
{
    /// <summary>One factor per place in the season, place of the first value first; mean 1.</summary>
    public static double[] Factors(ReadOnlySpan<double> values, int seasonLength)
    {
        var factors = new double[Math.Max(1, seasonLength)];
        Array.Fill(factors, 1);
        if (seasonLength < 2 || values.Length < 2 * seasonLength)
            return factors;
        var levels = Levels(values, seasonLength);
        double[] seen = new double[seasonLength], expected = new double[seasonLength];
        for (var t = 0; t < values.Length; t++)
        {
            seen[t % seasonLength] += values[t];
            expected[t % seasonLength] += levels[t];
        }

        var dispersion = Dispersion(values, levels, seen, expected);
        double spread = 0, size = 0;
        for (var place = 0; place < seasonLength; place++)
        {
            spread += expected[place] > 0 ? (seen[place] - expected[place]) * (seen[place] - expected[place]) / expected[place] : 0;
            size += expected[place] / seasonLength;
        }

        var variance = (spread / (seasonLength - 1) - dispersion) / Math.Max(size, double.Epsilon);
        if (variance <= 0)
            return factors;
        for (var place = 0; place < seasonLength; place++)
            factors[place] = (seen[place] + dispersion / variance) / (expected[place] + dispersion / variance);
        var mean = factors.Average();
        foreach (ref var factor in factors.AsSpan())
            factor = Math.Max(factor / mean, 1e-6);
        return factors;
    }

    /// <summary>Mean of the season's length around each value; at the ends, of the nearest whole one.</summary>
    private static double[] Levels(ReadOnlySpan<double> values, int seasonLength)
    {
        var levels = new double[values.Length];
        var half = seasonLength / 2;
        for (var t = 0; t < values.Length; t++)
        {
            var first = Math.Clamp(t - half, 0, values.Length - seasonLength);
            for (var i = first; i < first + seasonLength; i++)
                levels[t] += values[i] / seasonLength;
        }

        return levels;
    }

    /// <summary>Pearson's, within places of the season; at least 1.</summary>
    private static double Dispersion(ReadOnlySpan<double> values, double[] levels, double[] seen, double[] expected)
    {
        var sum = 0.0;
        for (var t = 0; t < values.Length; t++)
        {
            var place = t % seen.Length;
            var mean = levels[t] * (expected[place] > 0 ? seen[place] / expected[place] : 1);
            if (mean > 0)
                sum += (values[t] - mean) * (values[t] - mean) / mean;
        }

        return Math.Max(1, sum / (values.Length - seen.Length));
    }
}
