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
    /// Standard deviations of the forecasts, with cⱼ = α + β·(φ + … + φʲ) + γ·[j a multiple of the season]. Additive
    /// error: σ·√(1 + Σⱼ₌₁ʰ⁻¹ cⱼ²). Multiplicative error: √((1 + σ²)·θₕ − μₕ²), θₕ = μₕ² + σ²·Σⱼ₌₁ʰ⁻¹ cⱼ²·θₕ₋ⱼ, μ the
    /// points; exact without season or with additive season, and close with multiplicative season (there level and
    /// trend are taken alone and scaled by the season).
    /// Reference: Hyndman et al. (2008), tables 6.1 to 6.3.
    /// </summary>
    /// <param name="points">As <see cref="Points"/> gives them.</param>
    public static double[] Deviations(EtsFit fit, ReadOnlySpan<double> points)
    {
        var weights = Weights(fit, points.Length);
        var deviations = new double[points.Length];
        if (fit.Form.Error == EtsError.Additive)
        {
            var sum = 1.0;
            for (var step = 0; step < points.Length; step++)
            {
                deviations[step] = Math.Sqrt(fit.Variance * sum);
                sum += weights[step] * weights[step];
            }

            return deviations;
        }

        SpreadRelative(fit, points, weights, deviations);
        return deviations;
    }

    private static double[] Weights(EtsFit fit, int horizon)
    {
        var states = fit.Final;
        var weights = new double[horizon];
        double power = 1, damped = 0;
        for (var step = 0; step < horizon; step++)
        {
            power *= states.Phi;
            damped += power;
            var season = (step + 1) % states.Season.Length == 0 ? states.Gamma : 0;
            weights[step] = states.Alpha + states.Beta * damped + season;
        }

        return weights;
    }

    private static void SpreadRelative(EtsFit fit, ReadOnlySpan<double> points, ReadOnlySpan<double> weights, double[] deviations)
    {
        var squares = new double[points.Length];
        for (int step = 0, slot = fit.NextSlot; step < points.Length; step++)
        {
            var season = fit.Form.Season == EtsSeason.Multiplicative ? fit.Final.Season[slot] : 1;
            var point = season == 0 ? 0 : points[step] / season;
            var spread = 0.0;
            for (var back = 1; back <= step; back++)
                spread += weights[back - 1] * weights[back - 1] * squares[step - back];
            squares[step] = point * point + fit.Variance * spread;
            deviations[step] = Math.Abs(season) * Math.Sqrt(Math.Max((1 + fit.Variance) * squares[step] - point * point, 0));
            if (++slot == fit.Final.Season.Length)
                slot = 0;
        }
    }
}
