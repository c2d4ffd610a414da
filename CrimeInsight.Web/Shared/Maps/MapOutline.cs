using System.Collections.Immutable;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>A line drawn around a part of the map, above the areas; it can be tapped.</summary>
/// <param name="Code">What a tap reports.</param>
/// <param name="Text">Value in words, beside the name on hover and for screen readers.</param>
/// <param name="Colour">CSS colour of the line.</param>
/// <param name="Ring">Corners; empty for a circle.</param>
/// <param name="Centre">Of a circle.</param>
/// <param name="RadiusMetres">Of a circle.</param>
/// <param name="Fill">How much of the colour is inside, 0–1.</param>
/// <param name="Dot">Radius in pixels of a dot in the middle of a ring that is small from far; 0: none.</param>
/// <param name="IsQuiet">It is only seen: it cannot be tapped or reached by keyboard.</param>
public sealed record MapOutline(
    string Code, string Name, string Text, string Colour, ImmutableArray<MapPoint> Ring, MapPoint? Centre = null, double RadiusMetres = 0,
    double Fill = MapOutline.UsualFill, double Dot = 0, bool IsQuiet = false)
{
    public const double UsualFill = 0.12;
}
