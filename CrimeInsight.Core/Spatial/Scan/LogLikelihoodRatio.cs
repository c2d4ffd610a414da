namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// Kulldorff's statistic for c cases inside where E were expected, of C altogether:
/// c·ln(c/E) + (C − c)·ln((C − c)/(C − E)) when c &gt; E, else 0. Reference: Kulldorff (1997), section 3, doi:10.1080/03610929708831995;
/// for the permutation model Kulldorff et al. (2005), doi:10.1371/journal.pmed.0020059.
/// </summary>
internal static class LogLikelihoodRatio
{
    private const int MostSteps = 60;
    private const double Precision = 1e-12;

    /// <param name="expected">Below <paramref name="total"/>; 0 with cases gives infinity.</param>
    public static double Of(double cases, double expected, double total)
    {
        if (!(cases > expected))
            return 0;
        var outside = total - cases;
        return cases * Math.Log(cases / expected) + (outside > 0 ? outside * Math.Log(outside / (total - expected)) : 0);
    }

    /// <summary>
    /// False only if the statistic cannot exceed <paramref name="bound"/>. It is at most (c − E)²·C / (2E(C − E)) while
    /// c + E ≤ C: both sides and their slopes agree at c = E, and the curvature C/(c(C − c)) of the one is below C/(E(C − E)).
    /// </summary>
    public static bool CanExceed(double bound, double cases, double expected, double total)
    {
        var excess = cases - expected;
        return excess > 0 && (excess * excess * total > 2 * bound * expected * (total - expected) || cases + expected > total);
    }

    /// <summary>
    /// The real c &gt; E at which the statistic reaches <paramref name="level"/>, from above within a relative 1e-12; infinity when C
    /// itself does not reach it. Newton's method from E + √(2·level·E) + level, where it is reached for certain.
    /// </summary>
    public static double CasesAt(double level, double expected, double total)
    {
        if (expected <= 0)
            return 0;
        if (total * Math.Log(total / expected) <= level)
            return double.PositiveInfinity;
        var cases = Math.Min(total, expected + Math.Sqrt(2 * level * expected) + level);
        if (cases >= total)
            cases = total - Precision * total;
        for (var step = 0; step < MostSteps; step++)
        {
            var slope = Math.Log(cases * (total - expected) / (expected * (total - cases)));
            var change = slope > 0 ? (Of(cases, expected, total) - level) / slope : 0;
            cases -= change;
            if (!(change > Precision * cases))
                break;
        }

        return cases;
    }
}
