using MathNet.Numerics;

namespace CrimeInsight.Core.Forecasting.Methods.Counts;

/// <summary>
/// Dispersion κ of negative binomial counts with given means, variance μ + κμ², by maximum likelihood over a grid refined
/// by golden section; 0 where Poisson is at least as likely.
/// </summary>
internal static class CountDispersion
{
    private const double LeastLog = -4;
    private const double MostLog = 1;
    private const int GridSteps = 8;
    private const int GoldenSteps = 16;

    /// <param name="means">At least as many as values.</param>
    public static double Of(double[] values, double[] means)
    {
        var (best, most) = (double.NaN, Poisson(values, means));
        for (var i = 0; i <= GridSteps; i++)
        {
            var log = LeastLog + (MostLog - LeastLog) * i / GridSteps;
            if (LogLikelihood(values, means, Math.Pow(10, log)) is var value && value > most)
                (best, most) = (log, value);
        }

        return double.IsNaN(best) ? 0 : Math.Pow(10, Refine(values, means, best));
    }

    /// <summary>Without the terms that only the values make.</summary>
    public static double LogLikelihood(double[] values, double[] means, double dispersion)
    {
        var size = 1 / dispersion;
        var (sum, atZero) = (0.0, SpecialFunctions.GammaLn(size));
        for (var t = 0; t < values.Length; t++)
        {
            sum += -(size + values[t]) * Math.Log(1 + dispersion * means[t]);
            if (values[t] > 0)
                sum += SpecialFunctions.GammaLn(values[t] + size) - atZero + values[t] * Math.Log(dispersion * means[t]);
        }

        return sum;
    }

    private static double Poisson(double[] values, double[] means)
    {
        var sum = 0.0;
        for (var t = 0; t < values.Length; t++)
            sum += (values[t] > 0 ? values[t] * Math.Log(means[t]) : 0) - means[t];
        return sum;
    }

    private static double Refine(double[] values, double[] means, double log)
    {
        const double golden = 0.6180339887498949;
        var width = (MostLog - LeastLog) / GridSteps;
        double low = log - width, high = log + width;
        for (var i = 0; i < GoldenSteps; i++)
        {
            double left = high - golden * (high - low), right = low + golden * (high - low);
            if (LogLikelihood(values, means, Math.Pow(10, left)) > LogLikelihood(values, means, Math.Pow(10, right)))
                high = right;
            else
                low = left;
        }

        return (low + high) / 2;
    }
}
