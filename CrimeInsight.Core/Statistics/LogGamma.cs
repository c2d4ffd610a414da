namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Logarithm of the gamma function for positive arguments, to about 15 digits.
/// Reference: Lanczos (1964), doi:10.1137/0701008, with g = 607/128 and Godfrey's 15 coefficients.
/// </summary>
internal static class LogGamma
{
    private static readonly double[] s_coefficients =
    [
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174, -0.49191381609762019978,
        0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4, 0.15808870322491248884e-3,
        -0.21026444172410488319e-3, 0.21743961811521264320e-3, -0.16431810653676389022e-3, 0.84418223983852743293e-4,
        -0.26190838401581408670e-4, 0.36899182659531622704e-5,
    ];

    /// <param name="x">Above 0.</param>
    public static double Of(double x)
    {
        const double g = 607.0 / 128;
        var sum = s_coefficients[0];
        for (var i = 1; i < s_coefficients.Length; i++)
            sum += s_coefficients[i] / (x + i - 1);
        var t = x + g - 0.5;
        return 0.91893853320467274178 + Math.Log(sum) + (x - 0.5) * Math.Log(t) - t;
    }
}
