using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>The regression that <see cref="EffectSearch"/> ended with; its columns are season, shifts, breaks, accepted festivals, unusual steps.</summary>
/// <param name="Festivals">Accepted and tested ones.</param>
/// <param name="Breaks">In time order.</param>
/// <param name="Unusual">Index, effect on the scale of the effects, p-value after Bonferroni.</param>
internal sealed record EffectModel(
    LocalLevelFit Fit, int SeasonColumns, ImmutableArray<TestedEffect> Festivals, ImmutableArray<LevelBreak> Breaks,
    ImmutableArray<(int Index, double Effect, double P)> Unusual);
