namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>The most probable additive model of a history, in units of the largest absolute value.</summary>
/// <param name="Slope">k; 0 when flat.</param>
/// <param name="Level">m, the trend at time 0.</param>
/// <param name="Changes">δ, the change of slope at each change point.</param>
/// <param name="Effects">β of the columns.</param>
/// <param name="Sigma">Standard deviation of the noise.</param>
/// <param name="LogPosterior">Without constants that no parameter moves.</param>
internal sealed record AdditiveFit(AdditiveForm Form, double Slope, double Level, double[] Changes, double[] Effects, double Sigma, double LogPosterior)
{
    /// <summary>Slopes and levels in use: what the choice between forms pays for.</summary>
    public int TrendParameters => Form.IsFlat ? 1 : 2 + Changes.Count(change => Math.Abs(change) > 1e-9);

    /// <summary>The trend at a time: m + k·t + Σ δ(j)·max(0, t − s(j)).</summary>
    public double TrendAt(double time, ReadOnlySpan<double> changePoints)
    {
        var trend = Level + Slope * time;
        for (var j = 0; j < Changes.Length; j++)
            trend += Changes[j] * Math.Max(0, time - changePoints[j]);
        return trend;
    }

    /// <summary>Sum of season and festivals at a step.</summary>
    public double EffectsAt(int step, double[][] columns)
    {
        var sum = 0.0;
        for (var j = 0; j < Effects.Length; j++)
            sum += Effects[j] * columns[j][step];
        return sum;
    }

    /// <summary>Trend and effects together.</summary>
    public double Combine(double trend, double effects) => Form.IsMultiplicative ? trend * (1 + effects) : trend + effects;
}
