namespace CrimeInsight.Core.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>
    /// P(Z &gt; z), relative error below 1.2e-7 everywhere, so far tails stay usable.
    /// Complementary error function by the Chebyshev fit of Press et al., Numerical Recipes (2nd ed. 1992), section 6.2 (erfcc).
    /// </summary>
    public static double UpperTail(double z)
    {
        Guard.Finite(z);
        return 0.5 * ErrorComplement(z / Math.Sqrt(2));
    }

    private static double ErrorComplement(double x)
    {
        var a = Math.Abs(x);
        var t = 1 / (1 + 0.5 * a);
        ReadOnlySpan<double> c = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
        var polynomial = 0.0;
        for (var i = c.Length - 1; i >= 0; i--)
            polynomial = polynomial * t + c[i];
        var value = t * Math.Exp(-a * a + polynomial);
        return x >= 0 ? value : 2 - value;
    }
}
