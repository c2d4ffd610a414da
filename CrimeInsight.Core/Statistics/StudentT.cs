namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Tails of Student's t and Fisher's F, by the incomplete beta function.
/// Reference: Press, Teukolsky, Vetterling and Flannery (2007), Numerical Recipes, 3rd edition, §6.4 and §6.14.
/// </summary>
internal static class StudentT
{
    private const int MostTerms = 500;
    private const double Precision = 1e-15;

    /// <summary>P(|T| ≥ |t|).</summary>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double TwoSidedP(double t, double degrees) =>
        double.IsNaN(t) ? 1 : double.IsInfinity(t) ? 0 : IncompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));

    /// <summary>P(F ≥ f).</summary>
    public static double FisherUpperTail(double f, double degreesAbove, double degreesBelow) =>
        double.IsNaN(f) || f <= 0 ? 1 : IncompleteBeta(degreesBelow / 2, degreesAbove / 2, degreesBelow / (degreesBelow + degreesAbove * f));

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

    /// <summary>Regularised incomplete beta function I(x; a, b), 0 ≤ x ≤ 1.</summary>
    public static double IncompleteBeta(double a, double b, double x)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        var front = Math.Exp(LogGamma.Of(a + b) - LogGamma.Of(a) - LogGamma.Of(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(a, b, x) / a : 1 - front * Fraction(b, a, 1 - x) / b;
    }

    /// <summary>Lentz's continued fraction.</summary>
    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        double c = 1, d = 1 / NotZero(1 - (a + b) * x / (a + 1), tiny), h = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d, tiny);
            c = NotZero(1 + even / c, tiny);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d, tiny);
            c = NotZero(1 + odd / c, tiny);
            h *= d * c;
            if (Math.Abs(d * c - 1) < Precision)
                break;
        }

        return h;
    }

    private static double NotZero(double value, double tiny) => Math.Abs(value) < tiny ? tiny : value;
}
