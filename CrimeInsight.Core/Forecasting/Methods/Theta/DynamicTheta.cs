using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Theta;

/// <summary>
/// Recursion of the dynamic optimised theta model: a smoothed level, and a line through all values so far that is
/// re-estimated with each, weighted by 1 − 1/θ. Points are ℓ₀ (in units of the first value's size), α, θ.
/// Reference: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016), Models for optimising the theta method and
/// their relationship to state space models, eqs. 13 to 20, doi:10.1016/j.ijforecast.2016.02.005.
/// </summary>
internal sealed class DynamicTheta : IResiduals
{
    /// <summary>Errors of the first values, where the line has nothing to rest on, are not counted.</summary>
    private const int Skipped = 2;

    private const double LeastAlpha = 0.05;
    private const double MostAlpha = 0.99;
    private const double MostTheta = 50;

    private double[] _values = [];
    private double _unit = 1;

    public int Dimension => 3;

    public int Count => Math.Max(0, _values.Length - Skipped);

    /// <param name="values">Without season. Kept, not copied.</param>
    public void Use(double[] values)
    {
        _values = values;
        _unit = Math.Max(values.Average(Math.Abs), double.Epsilon);
    }

    public void FillStart(Span<double> point)
    {
        point[0] = _values[0] / _unit;
        point[1] = 0.5;
        point[2] = 2;
    }

    public double LowerOf(int coordinate) => coordinate switch { 0 => double.NegativeInfinity, 1 => LeastAlpha, _ => 1 };

    public double UpperOf(int coordinate) => coordinate switch { 0 => double.PositiveInfinity, 1 => MostAlpha, _ => MostTheta };

    public bool TryEvaluate(ReadOnlySpan<double> point, Span<double> residuals)
    {
        Run(point, residuals, []);
        return true;
    }

    /// <summary>Points after the values, the recursion going on with its own expectations.</summary>
    public void Forecast(ReadOnlySpan<double> point, Span<double> future) => Run(point, new double[Count], future);

    private void Run(ReadOnlySpan<double> point, Span<double> residuals, Span<double> future)
    {
        var (alpha, weight) = (point[1], 1 - 1 / point[2]);
        double level = point[0] * _unit, mean = 0, slope = 0, intercept = 0, power = 1;
        var n = _values.Length;
        for (var t = 1; t <= n + future.Length; t++)
        {
            var next = power * (1 - alpha);
            var expected = t == 1 ? level : level + weight * (power * intercept + (1 - next) / alpha * slope);
            var value = t <= n ? _values[t - 1] : expected;
            if (t > n)
                future[t - n - 1] = expected;
            else if (t > Skipped)
                residuals[t - 1 - Skipped] = value - expected;
            level = alpha * value + (1 - alpha) * level;
            slope = t == 1 ? 0 : ((t - 2) * slope + 6 * (value - mean) / t) / (t + 1);
            mean = ((t - 1) * mean + value) / t;
            intercept = mean - (t + 1) / 2.0 * slope;
            power = next;
        }
    }
}
