using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Counts;

/// <summary>Counts of one series around a seasonal mean: how the level follows them stands.</summary>
/// <param name="isDispersed">They vary more than Poisson counts.</param>
internal sealed class FittedCounts(bool isDispersed) : IFittedMethod
{
    private const int StartWindow = 12;
    private const int DynamicParameters = 2;
    private static readonly double[] s_lower = [0, 0, -1.5];
    private static readonly double[] s_upper = [1, 1, 1.5];

    /// <summary>φ, α/φ, ln of the centre over the mean.</summary>
    private readonly double[] _point = [0, 0, 0];
    private double _dispersion;

    public static bool AreCounts(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value < 0 || value != Math.Floor(value))
                return false;
        }

        return true;
    }

    public void Fit(double[] values, int seasonLength)
    {
        var level = Level(values, CountSeason.Factors(values, seasonLength));
        double[] still = [0, 0, 0];
        var constant = level.At(still);
        var (best, least) = (still, constant + Penalty(values.Length, 1));
        foreach (var persistence in (ReadOnlySpan<double>)[0.7, 1])
        {
            double[] point = [persistence, 0.2, 0];
            var value = CompassSearch.Minimise(level, point, s_lower, s_upper, 0.1, 0.004) + Penalty(values.Length, 1 + DynamicParameters);
            if (value < least)
                (best, least) = (point, value);
        }

        best.CopyTo(_point, 0);
        var means = new double[values.Length + 1];
        level.Run(_point, means);
        _dispersion = isDispersed ? CountDispersion.Of(values, means) : 0;
    }

    public MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (!AreCounts(history))
            return null;
        var values = history.ToArray();
        var factors = CountSeason.Factors(values, task.SeasonLength);
        var level = Level(values, factors);
        var means = new double[values.Length + 1];
        level.Run(_point, means);
        return Project(level.Parameters(_point), values.Length, means[^1] / factors[values.Length % factors.Length], factors, task);
    }

    private static CountLevel Level(double[] values, double[] factors)
    {
        var mean = values.Average();
        return new CountLevel(values, factors, mean, Start(values, factors, mean));
    }

    /// <summary>Half the AICc's, as the log-likelihood is not doubled.</summary>
    private static double Penalty(int length, int parameters) => parameters * (1 + (parameters + 1.0) / Math.Max(1, length - parameters - 1));

    /// <summary>The level before the first value: that of the first year, drawn to the mean.</summary>
    private static double Start(double[] values, double[] factors, double mean)
    {
        double seen = mean, expected = 1;
        for (var t = 0; t < Math.Min(StartWindow, values.Length); t++)
        {
            seen += values[t];
            expected += factors[t % factors.Length];
        }

        return seen / expected;
    }

    private MethodForecast Project((double Persistence, double Gain, double Centre) model, int length, double next, double[] factors, ForecastTask task)
    {
        double[] mean = new double[task.Horizon], variances = new double[task.Horizon];
        // A constant level is itself an estimate from all values.
        var (level, spread) = (next, model.Gain == 0 ? next * (1 + _dispersion * next) / length : 0);
        for (var step = 0; step < task.Horizon; step++)
        {
            var factor = factors[(length + step) % factors.Length];
            var squares = level * level + spread;
            mean[step] = factor * level;
            variances[step] = factor * factor * spread + factor * level + _dispersion * factor * factor * squares;
            spread = model.Persistence * model.Persistence * spread + model.Gain * model.Gain * (level / factor + _dispersion * squares)
                + (model.Gain == 0 ? (1 - model.Persistence * model.Persistence) * spread : 0);
            level = model.Centre + model.Persistence * (level - model.Centre);
        }

        return CountForecast.Of(
            model.Gain == 0 ? "constant" : "following",
            [new("level", next), new("mean", model.Centre), new("phi", model.Persistence), new("alpha", model.Gain), new("dispersion", _dispersion)],
            mean,
            variances,
            task);
    }
}
