using System.Diagnostics;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// The region smoothing parameters may take: the usual one (forecasts are weighted averages) within the admissible
/// one (the weight of the past dies out), both as in R's <c>ets(bounds = "both")</c>.
/// References: Hyndman, Akram and Archibald (2008), The admissible parameter space for exponential smoothing models,
/// Annals of the Institute of Statistical Mathematics 60, doi:10.1007/s10463-006-0109-x; Hyndman et al. (2008), §10.
/// Deviation: the paper's level takes the undamped trend, this model (and R's) the damped one, so β enters as φβ; R
/// enters β. The difference is only felt at the edge of damped forms.
/// </summary>
internal static class EtsBounds
{
    /// <summary>Least α, β and γ.</summary>
    public const double Least = 1e-4;

    /// <summary>Most α.</summary>
    public const double Most = 0.9999;

    /// <summary>Least φ: below it a damped trend cannot be told from none.</summary>
    public const double LeastDamping = 0.8;

    /// <summary>Most φ: above it a damped trend cannot be told from a straight one.</summary>
    public const double MostDamping = 0.98;

    private const double RootSlack = 1e-10;

    /// <summary>
    /// True when every root of the seasonal characteristic polynomial lies within the unit circle (slack 10⁻¹⁰), so
    /// the effect of the initial states on the forecasts dies out or stays constant. Forms without season are
    /// admissible in the whole usual region. Cost O(m²) by the Schur–Cohn recursion, without finding roots.
    /// </summary>
    /// <param name="scratch">At least 2·(m + 2) doubles.</param>
    public static bool IsAdmissible(double alpha, double beta, double gamma, double phi, int seasonLength, Span<double> scratch)
    {
        var degree = seasonLength + 1;
        Debug.Assert(seasonLength >= 2 && scratch.Length >= 2 * (degree + 1));
        var p = scratch[..(degree + 1)];
        var slope = phi * beta;
        p[0] = phi * (1 - alpha - gamma);
        p[1] = alpha + slope - alpha * phi + gamma - 1;
        p[2..degree].Fill(alpha + slope - alpha * phi);
        p[degree - 1] = alpha + slope - phi;
        p[degree] = 1;
        if (beta == 0 && phi == 1)
            p = WithoutUnitRoot(p);
        return AllRootsWithin(p, scratch[(degree + 1)..(2 * (degree + 1))]);
    }

    /// <summary>Without trend z = 1 is always a root (level and season share a constant); it is divided out.</summary>
    private static Span<double> WithoutUnitRoot(Span<double> coefficients)
    {
        var degree = coefficients.Length - 1;
        for (var i = degree - 1; i >= 1; i--)
            coefficients[i] += coefficients[i + 1];
        return coefficients[1..];
    }

    /// <summary>Schur–Cohn: a polynomial is stable while every reflection coefficient stays below 1.</summary>
    private static bool AllRootsWithin(Span<double> coefficients, Span<double> next)
    {
        // Roots are scaled by 1 / (1 + slack), so that one on the circle passes.
        var power = 1.0;
        for (var i = 0; i < coefficients.Length; i++, power *= 1 + RootSlack)
            coefficients[i] *= power;
        for (var degree = coefficients.Length - 1; degree > 0; degree--)
        {
            var reflection = coefficients[0] / coefficients[degree];
            if (!(Math.Abs(reflection) < 1))
                return false;
            for (var i = 0; i < degree; i++)
                next[i] = coefficients[i + 1] - reflection * coefficients[degree - 1 - i];
            next[..degree].CopyTo(coefficients);
        }

        return true;
    }
}
