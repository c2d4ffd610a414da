namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Regularised incomplete gamma function, which also gives Poisson tails: P(N ≥ n) = <see cref="Lower"/>(n, mean).
/// Reference: Press, Teukolsky, Vetterling and Flannery (2007), Numerical Recipes, 3rd edition, §6.2.
/// </summary>
internal static class IncompleteGamma
{
    private const double Precision = 1e-15;
    private const double Tiny = 1e-300;

    /// <summary>P(a, x) = γ(a, x) ÷ Γ(a): the chance that a gamma variable of shape a is at most x.</summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="x">0 or more.</param>
    public static double Lower(double shape, double x) =>
        x <= 0 ? 0 : x < shape + 1 ? Series(shape, x) : 1 - Fraction(shape, x);

    /// <summary>The x with <see cref="Lower"/>(shape, x) = probability, by bisection.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    public static double Quantile(double shape, double probability)
    {
        double low = 0, high = shape + 1;
        while (Lower(shape, high) < probability)
            high *= 2;
        for (var step = 0; step < 100 && high - low > 1e-14 * high; step++)
        {
            var middle = (low + high) / 2;
            if (Lower(shape, middle) < probability)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    private static double Front(double shape, double x) => Math.Exp(shape * Math.Log(x) - x - LogGamma.Of(shape));

    // About √shape terms are needed.
    private static double Series(double shape, double x)
    {
        double term = 1 / shape, sum = term;
        for (var n = 1; term > Precision * sum; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }

        return Math.Min(1, sum * Front(shape, x));
    }

    // Lentz's continued fraction of the upper tail.
    private static double Fraction(double shape, double x)
    {
        double b = x + 1 - shape, c = 1 / Tiny, d = 1 / b, h = d, change = 0;
        for (var i = 1; Math.Abs(change - 1) > Precision && i < 100_000; i++)
        {
            var a = -i * (i - shape);
            b += 2;
            d = a * d + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + a / c;
            c = Math.Abs(c) < Tiny ? Tiny : c;
            change = d * c;
            h *= change;
        }

        return Front(shape, x) * h;
    }
}
