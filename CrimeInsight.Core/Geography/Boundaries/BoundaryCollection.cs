namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>Shapes as GeoJSON.</summary>
/// <param name="Json">FeatureCollection, UTF-8.</param>
/// <param name="Count">Number of shapes.</param>
/// <param name="IsApproximate">Some shape was computed from points instead of taken from an official source.</param>
/// <param name="Version">Grows when shapes change.</param>
public sealed record BoundaryCollection(ReadOnlyMemory<byte> Json, int Count, bool IsApproximate, long Version);
