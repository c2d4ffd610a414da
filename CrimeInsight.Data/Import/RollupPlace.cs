namespace CrimeInsight.Data.Import;

/// <summary>A jurisdiction as rollups know it.</summary>
internal sealed record RollupPlace(int Id, int? ParentId, short Level, int Ordinal);
