namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>Points of a fitted form, and their spread where it has a closed form.</summary>
internal static class EtsProjection
{
    /// <summary>The future without errors, which for additive error is also its mean.</summary>
    public static double[] Points(EtsFit fit, int horizon)
    {
        var states = fit.Final;
        var points = new double[horizon];
        double level = states.Level, trend = states.Trend;
        for (int step = 0, slot = fit.NextSlot; step < horizon; step++)
        {
            trend *= states.Phi;
            level += trend;
            points[step] = fit.Form.Season == EtsSeason.Multiplicative ? level * states.Season[slot] : level + states.Season[slot];
            if (++slot == states.Season.Length)
                slot = 0;
        }

        return points;
    }

    /// <summary>
    /// Standard deviations of the forecasts of a form with additive error: σ·√(1 + Σⱼ₌₁ʰ⁻¹ cⱼ²) with
    /// cⱼ = α + β·(φ + … + φʲ) + γ·[j a multiple of the season]. Reference: Hyndman et al. (2008), table 6.1.
    /// </summary>
    public static double[] Deviations(EtsFit fit, int horizon)
    {
        var states = fit.Final;
        var deviations = new double[horizon];
        double sum = 1, power = 1, damped = 0;
        for (var step = 0; step < horizon; step++)
        {
            deviations[step] = Math.Sqrt(fit.Variance * sum);
            power *= states.Phi;
            damped += power;
            var season = (step + 1) % states.Season.Length == 0 ? states.Gamma : 0;
            var weight = states.Alpha + states.Beta * damped + season;
            sum += weight * weight;
        }

        return deviations;
    }
}
