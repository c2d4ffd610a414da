namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>
/// What a row of the table says: after an event, the risk of another within a band of distance stays raised until a day. Rows
/// whose first band of days is not elevated say that no raised risk was found.
/// </summary>
/// <param name="IsSamePlace">True for the row of the same place.</param>
/// <param name="FromMetres">Above this …</param>
/// <param name="UntilMetres">… up to and with this.</param>
/// <param name="ElevatedUntilDays">Upper limit of the last of the bands of days that are elevated without a gap from the first; null: none.</param>
/// <param name="Observed">Pairs up to that day (none elevated: within the first band).</param>
/// <param name="Expected">Likewise.</param>
/// <param name="Ratio">Observed ÷ expected up to that day; null when none are expected.</param>
/// <param name="RatioLower">95 % interval, as in <see cref="KnoxCell"/>.</param>
/// <param name="RatioUpper">Likewise.</param>
/// <param name="PAdjusted">The largest corrected p of the bands it holds.</param>
public sealed record NearRepeatStatement(
    bool IsSamePlace,
    double FromMetres,
    double UntilMetres,
    double? ElevatedUntilDays,
    long Observed,
    double Expected,
    double? Ratio,
    double? RatioLower,
    double? RatioUpper,
    double PAdjusted);
