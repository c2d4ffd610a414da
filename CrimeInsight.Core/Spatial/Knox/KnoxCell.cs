namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>Pairs of events within a band of distance and a band of days.</summary>
/// <param name="FromMetres">The band is above this (the first also holds 0) …</param>
/// <param name="UntilMetres">… up to and with this.</param>
/// <param name="FromDays">Likewise for the days between the two events.</param>
/// <param name="UntilDays">Likewise.</param>
/// <param name="Observed">Pairs.</param>
/// <param name="Expected">Pairs if times had nothing to do with places: pairs in the band of distance × pairs in the band of days ÷ all pairs, which is the
/// exact mean over all permutations of times.</param>
/// <param name="Ratio">Observed ÷ expected; null when none are expected.</param>
/// <param name="RatioLower">95 % interval of the ratio: exact Poisson limits (Garwood 1936, doi:10.1093/biomet/28.3-4.437) of the observed count, widened by
/// the variance ÷ mean of the replicas where it is above 1.</param>
/// <param name="RatioUpper">Likewise.</param>
/// <param name="P">Upper tail, by permutation of the event times: (1 + replicas with as many) ÷ (1 + replicas).</param>
/// <param name="PAdjusted">P, or the trend's where there is one, corrected for all cells of the report that expect any pair, those of the same place among
/// them; 1 for the others.</param>
/// <param name="PPoisson">Upper tail of a Poisson count with the expected mean; too small where pairs share events, shown for comparison.</param>
/// <param name="Trend">The same with every place's own trend kept; null when that was not asked for, or the time is too short for it.</param>
/// <param name="IsElevated">Corrected p and ratio pass the request's limits: with a <see cref="Trend"/> both are its.</param>
public sealed record KnoxCell(
    double FromMetres,
    double UntilMetres,
    double FromDays,
    double UntilDays,
    long Observed,
    double Expected,
    double? Ratio,
    double? RatioLower,
    double? RatioUpper,
    double P,
    double PAdjusted,
    double PPoisson,
    KnoxTrend? Trend,
    bool IsElevated);
