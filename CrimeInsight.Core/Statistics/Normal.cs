using MathNet.Numerics;

namespace CrimeInsight.Core.Statistics;

/// <summary>The standard normal distribution. The quantile is our own because replicas draw by it (docs/adr/0015).</summary>
public static class Normal
{
    /// <summary>P(Z &gt; z), to 12 digits even where it is as small as 1e-300.</summary>
    public static double UpperTail(double z)
    {
        Guard.Finite(z);
        return 0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2);
    }

    /// <summary>
    /// Quantile: the z with P(Z ≤ z) = <paramref name="probability"/>, to about 16 digits by rational approximations.
    /// Reference: Wichura (1988), Algorithm AS 241 (PPND16), Applied Statistics 37(3), doi:10.2307/2347330.
    /// </summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public static double Quantile(double probability)
    {
        Guard.Finite(probability);
        if (probability is <= 0 or >= 1)
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "probability must lie strictly between 0 and 1.");
        var q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var central = 0.180625 - q * q;
            return q * Ratio(central, s_centralTop, s_centralBottom);
        }

        var r = Math.Sqrt(-Math.Log(q < 0 ? probability : 1 - probability));
        var z = r <= 5 ? Ratio(r - 1.6, s_middleTop, s_middleBottom) : Ratio(r - 5, s_tailTop, s_tailBottom);
        return q < 0 ? -z : z;
    }

    private static double Ratio(double x, ReadOnlySpan<double> top, ReadOnlySpan<double> bottom) =>
        Polynomial(x, top) / Polynomial(x, bottom);

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * x + coefficients[i];
        return sum;
    }

    // Coefficients of AS 241, in ascending powers.
    private static readonly double[] s_centralTop = [3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727];
    private static readonly double[] s_centralBottom = [1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867,
        39307.895800092710610, 28729.085735721942674, 5226.4952788528545610];
    private static readonly double[] s_middleTop = [1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4];
    private static readonly double[] s_middleBottom = [1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590,
        0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9];
    private static readonly double[] s_tailTop = [6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7];
    private static readonly double[] s_tailBottom = [1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525, 7.86869131145613259100e-4,
        1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15];
}
