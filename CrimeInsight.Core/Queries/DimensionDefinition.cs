namespace CrimeInsight.Core.Queries;

/// <summary>A dimension as the catalogue lists it.</summary>
/// <param name="Name">In JSON and URLs.</param>
/// <param name="ResourceKey">Of its name in QueryText.</param>
/// <param name="IsTime">Its keys have a natural order in time: lines rather than bars.</param>
public sealed record DimensionDefinition(Dimension Dimension, string Name, DimensionKey Key, string ResourceKey, bool IsTime);
