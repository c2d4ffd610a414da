namespace CrimeInsight.Core.Places;

/// <summary>An edit of the tree of places.</summary>
/// <param name="PlaceId">The place edited, or added.</param>
/// <param name="OtherId">The place above of one added, where a station went, what was split off, or what the place was merged into.</param>
/// <param name="Cases">That went with places.</param>
/// <param name="People">Whose rights it changed.</param>
/// <param name="UndoneAt">Null: it holds.</param>
public sealed record PlaceEdit(
    long Id, PlaceEditKind Kind, int PlaceId, int? OtherId, DateOnly From, string Reason, long Cases, IReadOnlyList<PlaceEditPerson> People,
    string UserName, DateTimeOffset MadeAt, DateTimeOffset? UndoneAt, string? UndoneBy);
