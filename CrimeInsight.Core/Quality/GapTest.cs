using MathNet.Numerics;

namespace CrimeInsight.Core.Quality;

/// <summary>
/// Whether a share lies above a limit: P(X ≥ part) for X binomial(whole, limit), one-sided, = I_limit(part, whole − part + 1).
/// Reference: Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404.
/// </summary>
internal static class GapTest
{
    /// <param name="part">0 … <paramref name="whole"/>.</param>
    /// <param name="limit">0 … 1.</param>
    public static double UpperP(long part, long whole, double limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        if (part == 0 || limit >= 1)
            return 1;
        return limit <= 0 ? 0 : Math.Clamp(SpecialFunctions.BetaRegularized(part, whole - part + 1, limit), 0, 1);
    }
}
