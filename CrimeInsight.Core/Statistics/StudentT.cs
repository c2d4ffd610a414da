using MathNet.Numerics;

namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Tails of Student's t and Fisher's F, by the incomplete beta function. The quantile is our own: the library's finds no
/// root at the ends (docs/adr/0015).
/// </summary>
internal static class StudentT
{
    /// <summary>P(|T| ≥ |t|).</summary>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double TwoSidedP(double t, double degrees) =>
        double.IsNaN(t) ? 1 : double.IsInfinity(t) ? 0 : SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + t * t));

    /// <summary>P(F ≥ f).</summary>
    public static double FisherUpperTail(double f, double degreesAbove, double degreesBelow) =>
        double.IsNaN(f) || f <= 0 ? 1 : SpecialFunctions.BetaRegularized(degreesBelow / 2, degreesAbove / 2, degreesBelow / (degreesBelow + degreesAbove * f));

    /// <summary>The t with P(|T| ≥ t) = p, by bisection.</summary>
    public static double TwoSidedQuantile(double p, double degrees)
    {
        double low = 0, high = 1;
        while (TwoSidedP(high, degrees) > p && high < 1e12)
            high *= 2;
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            if (TwoSidedP(middle, degrees) > p)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }
}
