using System.Collections.Immutable;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>A line drawn around a part of the map, above the areas; it can be tapped.</summary>
/// <param name="Code">What a tap reports.</param>
/// <param name="Text">Value in words, beside the name on hover and for screen readers.</param>
/// <param name="Colour">CSS colour of the line.</param>
/// <param name="Ring">Corners; empty for a circle.</param>
/// <param name="Centre">Of a circle.</param>
/// <param name="RadiusMetres">Of a circle.</param>
public sealed record MapOutline(string Code, string Name, string Text, string Colour, ImmutableArray<MapPoint> Ring, MapPoint? Centre = null, double RadiusMetres = 0);
