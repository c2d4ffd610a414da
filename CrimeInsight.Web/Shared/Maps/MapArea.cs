namespace CrimeInsight.Web.Shared.Maps;

/// <summary>One area, or one point, that can be tapped.</summary>
/// <param name="Code">Of the shape in the layer's GeoJSON (<c>properties.code</c>), and what a tap reports.</param>
/// <param name="Text">Value in words, beside the name on hover and for screen readers.</param>
/// <param name="Style">Index into <see cref="MapAreaLayer.Styles"/>.</param>
/// <param name="Point">Drawn as a circle here instead of a shape.</param>
/// <param name="Radius">Of the circle, in pixels.</param>
/// <param name="IsQuiet">A circle that is only seen: it cannot be tapped or reached by keyboard, so thousands of them cost little.</param>
public sealed record MapArea(string Code, string Name, string Text, int Style, MapPoint? Point = null, double Radius = 0, bool IsQuiet = false);
