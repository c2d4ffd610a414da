using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>A forecast with a festival on its day, and on another.</summary>
/// <param name="Planned">The forecast as it is, per step.</param>
/// <param name="Moved">The forecast with the festival on the other day, per step.</param>
/// <param name="Lower95">Lower end of moved − planned, per step, as far as the festival's effect is uncertain.</param>
/// <param name="Upper95">Upper end.</param>
/// <param name="IsSignificant">The effect passed its test; otherwise the difference may be chance and must be called so.</param>
public sealed record FestivalWhatIfReport(
    string Key,
    DateOnly PlannedDay,
    DateOnly OtherDay,
    ImmutableArray<double> Planned,
    ImmutableArray<double> Moved,
    ImmutableArray<double> Lower95,
    ImmutableArray<double> Upper95,
    EffectEstimate Estimate,
    bool IsSignificant) : FestivalWhatIfOutcome;
