namespace CrimeInsight.Core.Places;

/// <summary>How many live in a place.</summary>
/// <param name="Source">Said by administrators; null: of the tables that came with the product.</param>
public sealed record PlacePopulation(int PlaceId, int Year, long Residents, string? Source);
