namespace CrimeInsight.Core.Import.Judging;

/// <summary>A name told by an administrator, with who told it and when.</summary>
public sealed record SavedPlaceAlias(PlaceAlias Alias, string By, DateTimeOffset At);
