using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>A circle, over a run of periods, with more cases than expected.</summary>
/// <param name="Places">Positions in the request, nearest to the centre first; the first is the centre.</param>
/// <param name="RadiusMetres">From the centre to the furthest place; 0 for a single place.</param>
/// <param name="FromPeriod">First period.</param>
/// <param name="UntilPeriod">One past the last period.</param>
/// <param name="Cases">Observed.</param>
/// <param name="Expected">If nothing stood out; all cases add up to all expected.</param>
/// <param name="RelativeRisk">Rate inside ÷ rate outside: (c/E) ÷ ((C − c)/(C − E)); null when all cases are inside.</param>
/// <param name="LogLikelihoodRatio">The statistic.</param>
/// <param name="P">Monte Carlo, upper tail, corrected for all windows tried: rank among the maxima of the replicas.</param>
/// <param name="PGumbel">The same by a Gumbel distribution fitted to those maxima, which tells small p apart; null when they do not vary.</param>
public sealed record ScanCluster(
    ImmutableArray<int> Places,
    double RadiusMetres,
    int FromPeriod,
    int UntilPeriod,
    int Cases,
    double Expected,
    double? RelativeRisk,
    double LogLikelihoodRatio,
    double P,
    double? PGumbel)
{
    /// <summary>Position of the circle's centre.</summary>
    public int Centre => Places[0];

    /// <summary>
    /// Analyses, one for each new period, between two that show as much by chance alone: 1 ÷ <see cref="P"/>. For prospective
    /// scans (Kleinman, Lazarus and Platt 2004, doi:10.1093/aje/kwh029).
    /// </summary>
    public double RecurrenceAnalyses => 1 / P;
}
