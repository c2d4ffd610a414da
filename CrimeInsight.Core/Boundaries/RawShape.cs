using NetTopologySuite.Geometries;

namespace CrimeInsight.Core.Boundaries;

/// <summary>An area of a file as it stands there.</summary>
/// <param name="Geometry">Polygons in the file's own order of axes, not always valid; null: they cannot be read.</param>
/// <param name="Values">What the file says of it, by the name of the column.</param>
internal sealed record RawShape(Geometry? Geometry, IReadOnlyDictionary<string, string> Values);
