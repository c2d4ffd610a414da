using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Series that are read, forecast and stored together.</summary>
/// <param name="Name">Unique in a plan and the same in every plan: a run that was killed knows it again.</param>
/// <param name="Area">The subtree whose jurisdictions of <paramref name="Levels"/> have the series.</param>
/// <param name="Heads">Ids of the heads that are forecast.</param>
/// <param name="Work">Most series there can be, for progress.</param>
/// <param name="IsCoherence">Its forecasts are stored and made to add up.</param>
internal sealed record ForecastChunk(
    string Name, SeriesStep Step, Jurisdiction Area, ImmutableArray<JurisdictionLevel> Levels, ImmutableArray<short> Heads, long Work, bool IsCoherence = false);
