namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Trend, season and remainder of a series, which add up to it; and the robustness weights used.</summary>
internal sealed record StlComponents(double[] Trend, double[] Season, double[] Remainder, double[] Weights)
{
    /// <summary>
    /// Strength of the trend, max(0, 1 − Var(R) / Var(T + R)): 0 none, 1 nothing else.
    /// Reference: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd edition, §4.3.
    /// </summary>
    public double TrendStrength => Strength(Trend);

    /// <summary>Strength of the season, max(0, 1 − Var(R) / Var(S + R)); as <see cref="TrendStrength"/>.</summary>
    public double SeasonStrength => Strength(Season);

    private double Strength(double[] component)
    {
        var together = new double[component.Length];
        for (var t = 0; t < together.Length; t++)
            together[t] = component[t] + Remainder[t];
        var variance = Variance(together);
        return variance > 0 ? Math.Max(0, 1 - Variance(Remainder) / variance) : 0;
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1);
    }
}
