using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Work whose results are stored together: of series, unless its kind says otherwise.</summary>
/// <param name="Name">Unique in a plan and the same in every plan: a run that was killed knows it again.</param>
/// <param name="Area">The subtree whose jurisdictions of <paramref name="Levels"/> have the series, or are compared.</param>
/// <param name="Heads">Ids of the heads that are forecast or looked at.</param>
/// <param name="Work">For progress, in the time one series takes; 0: there is nothing to do.</param>
internal sealed record ForecastChunk(
    string Name, ForecastChunkKind Kind, SeriesStep Step, Jurisdiction Area, ImmutableArray<JurisdictionLevel> Levels, ImmutableArray<short> Heads, long Work);
