using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>What is known of the festivals of a series.</summary>
/// <param name="Findings">One per festival, most significant first.</param>
/// <param name="IsByDay">Found among days: an effect is of the festival's days. Otherwise of the month that has all of them.</param>
/// <param name="IsFactor">Effects are shares (factor − 1) of what is usual; otherwise in cases.</param>
public sealed record FestivalEffects(ImmutableArray<FestivalFinding> Findings, bool IsByDay, bool IsFactor)
{
    /// <summary>Found among days that do not count the cases of protected heads.</summary>
    public bool IsWithoutProtected { get; init; }
}
