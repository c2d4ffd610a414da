using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Boundaries;

/// <summary>An area of a file, repaired.</summary>
/// <param name="Number">From 1, as in the file.</param>
/// <param name="Geometry">Valid, on the grid, not empty.</param>
internal sealed record FileArea(int Number, Geometry Geometry, bool IsRepaired, int CornersBefore, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A point well inside.</summary>
    public GeoPoint Inside { get; } = InsideOf(Geometry);

    public string? Value(string? column) => column is null ? null : Values.GetValueOrDefault(column);

    private static GeoPoint InsideOf(Geometry geometry) => InteriorPointArea.GetInteriorPoint(geometry) is { } at ? new GeoPoint(at.Y, at.X) : default;
}
