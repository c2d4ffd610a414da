namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>Points and standard errors of a fitted model after a history.</summary>
internal static class ArimaProjection
{
    /// <summary>
    /// Points by running the filter over the history with the fit's coefficients; standard errors σ·√(Σ ψ²) of the whole
    /// model, differences included, times the root of the filter's last variance. Null when the history is too short or
    /// the coefficients do not fit it.
    /// </summary>
    public static (double[] Mean, double[] Deviations)? Run(ArimaFit fit, int seasonLength, ReadOnlySpan<double> history, int horizon)
    {
        var order = fit.Order;
        var differenced = Differences.Of(history, order.D, order.SeasonalD, seasonLength);
        if (differenced.Length == 0)
            return null;
        var residuals = new ArimaResiduals(order, seasonLength);
        residuals.Use(differenced);
        if (!residuals.TryEvaluate(fit.Point, new double[differenced.Length]))
            return null;
        var (phi, theta) = (residuals.Polynomials.Phi, residuals.Polynomials.Theta);
        var delta = Differences.Weights(order.D, order.SeasonalD, seasonLength);
        var mean = Undo(Expected(residuals.Filter.State, phi, fit.Mean, horizon), delta, history);
        return (mean, Spread(phi, theta, delta, Math.Sqrt(fit.Variance * residuals.Filter.NextVariance), horizon));
    }

    private static double[] Expected(ReadOnlySpan<double> state, double[] phi, double mean, int horizon)
    {
        var expected = new double[horizon];
        var now = state.ToArray();
        for (var step = 0; step < horizon; step++)
        {
            expected[step] = now[0] + mean;
            var first = now[0];
            for (var i = 0; i < now.Length; i++)
                now[i] = (i < phi.Length ? phi[i] * first : 0) + (i + 1 < now.Length ? now[i + 1] : 0);
        }

        return expected;
    }

    private static double[] Undo(double[] expected, double[] delta, ReadOnlySpan<double> history)
    {
        for (var step = 0; step < expected.Length; step++)
        {
            for (var lag = 1; lag <= delta.Length; lag++)
            {
                if (delta[lag - 1] != 0)
                    expected[step] += delta[lag - 1] * (lag <= step ? expected[step - lag] : history[history.Length + step - lag]);
            }
        }

        return expected;
    }

    private static double[] Spread(double[] phi, double[] theta, double[] delta, double deviation, int horizon)
    {
        var weights = new double[horizon];
        var whole = new double[horizon];
        var deviations = new double[horizon];
        var sum = 0.0;
        for (var step = 0; step < horizon; step++)
        {
            weights[step] = step == 0 ? 1 : step <= theta.Length ? theta[step - 1] : 0;
            for (var lag = 1; lag <= Math.Min(step, phi.Length); lag++)
                weights[step] += phi[lag - 1] * weights[step - lag];
            whole[step] = weights[step];
            for (var lag = 1; lag <= Math.Min(step, delta.Length); lag++)
                whole[step] += delta[lag - 1] * whole[step - lag];
            sum += whole[step] * whole[step];
            deviations[step] = deviation * Math.Sqrt(sum);
        }

        return deviations;
    }
}
