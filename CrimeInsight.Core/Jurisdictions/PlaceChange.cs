namespace CrimeInsight.Core.Jurisdictions;

/// <summary>What of a place was otherwise before a day; figures of all time are counted by today's tree (ADR 0026).</summary>
/// <param name="PlaceId">Renamed, moved, split off, or what another was merged into.</param>
/// <param name="OtherId">The parent of before, what it was split off, or the place that was merged; null for a name.</param>
/// <param name="From">First day of what holds now.</param>
/// <param name="FormerCode">Of a place that was merged.</param>
/// <param name="FormerNames">Of a place that was merged or renamed.</param>
public sealed record PlaceChange(
    PlaceChangeKind Kind, int PlaceId, int? OtherId, DateOnly From, string? FormerCode, IReadOnlyList<string> FormerNames);
