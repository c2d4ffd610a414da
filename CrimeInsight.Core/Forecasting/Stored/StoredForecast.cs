using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>A forecast computed in the background, with what it rests on.</summary>
/// <param name="From">First day of the first history value.</param>
/// <param name="History">Cases of each complete month or week, without gaps; empty when they are withheld.</param>
/// <param name="Outcome">
/// Report (levels 50, 80 and 95, without <see cref="ForecastReport.Past"/>) or the reason why there is none; step h is
/// the step h − 1 after the history.
/// </param>
/// <param name="VolumeBand">Band of the calibration the series fell into, from 0; null without a forecast.</param>
/// <param name="DataVersion">Version of the data it was computed from; older than the data's own while a run is under way.</param>
public sealed record StoredForecast(
    string JurisdictionCode,
    string HeadCode,
    SeriesStep Step,
    DateOnly From,
    ImmutableArray<double> History,
    ForecastOutcome Outcome,
    int? VolumeBand,
    long DataVersion,
    DateTimeOffset ComputedAt);
