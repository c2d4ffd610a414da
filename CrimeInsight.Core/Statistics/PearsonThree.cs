using MathNet.Numerics;

namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Tails of the Pearson type III law (a shifted gamma law) with mean 0 and variance 1, by the logarithm of the incomplete gamma
/// function, which the library does not have: it says 0 for tails below 1e-308 (docs/adr/0015).
/// Reference: Press, Teukolsky, Vetterling and Flannery (2007), Numerical Recipes, 3rd edition, §6.2.
/// </summary>
internal static class PearsonThree
{
    /// <summary>Below this the law is taken as normal.</summary>
    private const double LeastSkewness = 1e-3;
    private const int MostTerms = 100_000;
    private const double Precision = 1e-14;

    /// <summary>ln P(Z ≥ z); −∞ beyond the end of the law.</summary>
    public static double LogUpperTail(double z, double skewness)
    {
        if (Math.Abs(skewness) < LeastSkewness)
            return LogNormalTail(z);
        var shape = 4 / (skewness * skewness);
        var at = shape + Math.Sign(skewness) * z * Math.Sqrt(shape);
        if (at <= 0)
            return skewness > 0 ? 0 : double.NegativeInfinity;
        return skewness > 0 ? LogUpperGamma(shape, at) : LogLowerGamma(shape, at);
    }

    /// <summary>ln Q(a, x), the upper incomplete gamma function, regularised.</summary>
    public static double LogUpperGamma(double shape, double at) =>
        at < shape + 1 ? Math.Log(1 - Math.Exp(LogSeries(shape, at))) : LogFraction(shape, at);

    /// <summary>ln P(a, x), the lower incomplete gamma function, regularised.</summary>
    public static double LogLowerGamma(double shape, double at) =>
        at < shape + 1 ? LogSeries(shape, at) : Math.Log(1 - Math.Exp(LogFraction(shape, at)));

    private static double LogNormalTail(double z) => z < 37 ? Math.Log(Normal.UpperTail(z)) : -z * z / 2 - Math.Log(z * Math.Sqrt(2 * Math.PI));

    private static double LogSeries(double shape, double at)
    {
        var (sum, term) = (1 / shape, 1 / shape);
        for (var k = 1; k < MostTerms && term > Precision * sum; k++)
        {
            term *= at / (shape + k);
            sum += term;
        }

        return Math.Log(sum) + LogFront(shape, at);
    }

    /// <summary>Lentz's continued fraction.</summary>
    private static double LogFraction(double shape, double at)
    {
        var b = at + 1 - shape;
        var (c, d) = (1e300, 1 / b);
        var h = d;
        for (var k = 1; k < MostTerms; k++)
        {
            var a = -k * (k - shape);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            h *= c * d;
            if (Math.Abs(c * d - 1) < Precision)
                break;
        }

        return Math.Log(h) + LogFront(shape, at);
    }

    private static double LogFront(double shape, double at) => shape * Math.Log(at) - at - SpecialFunctions.GammaLn(shape);
}
