using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>Series that are read and stored together.</summary>
/// <param name="Area">The subtree whose jurisdictions of <paramref name="Levels"/> have the series.</param>
/// <param name="Heads">Ids of the heads.</param>
public sealed record SeriesSet(SeriesStep Step, Jurisdiction Area, ImmutableArray<JurisdictionLevel> Levels, ImmutableArray<short> Heads);
