using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>What is expected next in the parts of a jurisdiction.</summary>
/// <param name="NextFrom">First day of the month or week that is forecast; null when nothing is stored.</param>
/// <param name="Ranks">
/// The direct parts, those with a forecast first, most expected cases first; parts without any case are not listed. Of
/// a jurisdiction without parts: itself.
/// </param>
/// <param name="IsWithheld">Figures are missing to protect victims.</param>
/// <param name="DataVersion">Oldest version of the data among them; 0 when nothing is stored.</param>
public sealed record ForecastRanking(DateOnly? NextFrom, ImmutableArray<ForecastRank> Ranks, bool IsWithheld, long DataVersion)
{
    /// <summary>When the oldest of them was computed.</summary>
    public DateTimeOffset ComputedAt { get; init; }
}
