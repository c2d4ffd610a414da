using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Outlines as SVG paths on a common picture: whole numbers, each step from the corner before, corners nearer than a pixel left out.</summary>
internal sealed class PicturePaths
{
    // Four units are about a pixel.
    private const int Width = 1920;
    private const int MostHeight = 1920;
    private const int Margin = 24;
    private const int Nearest = 4;

    private readonly double _scale;
    private readonly double _stretch;
    private readonly GeoBounds _bounds;

    private PicturePaths(GeoBounds bounds)
    {
        _bounds = bounds;
        _stretch = Math.Cos(double.DegreesToRadians(bounds.Centre.Latitude));
        var (wide, high) = (Math.Max((bounds.East - bounds.West) * _stretch, 1e-6), Math.Max(bounds.North - bounds.South, 1e-6));
        _scale = Math.Min(Width / wide, MostHeight / high);
        ViewBox = string.Create(
            CultureInfo.InvariantCulture, $"{-Margin} {-Margin} {Math.Ceiling(wide * _scale) + 2 * Margin} {Math.Ceiling(high * _scale) + 2 * Margin}");
    }

    public string ViewBox { get; }

    /// <summary>One path for each layer; empty: nothing is drawn.</summary>
    public ImmutableArray<string> Layers { get; private init; } = [];

    public static PicturePaths Of(ImmutableArray<ImmutableArray<GeoShape>> layers)
    {
        var corners = layers.SelectMany(layer => layer).Select(shape => shape.Bounds).OfType<GeoBounds>()
            .SelectMany(bounds => new[] { new GeoPoint(bounds.South, bounds.West), new GeoPoint(bounds.North, bounds.East) });
        var picture = new PicturePaths(GeoBounds.Of(corners) ?? new GeoBounds(0, 0, 1, 1));
        return new PicturePaths(picture._bounds) { Layers = [.. layers.Select(picture.PathOf)] };
    }

    private string PathOf(ImmutableArray<GeoShape> shapes)
    {
        var path = new StringBuilder();
        foreach (var shape in shapes)
            foreach (var polygon in shape.Polygons)
                foreach (var ring in polygon.Rings)
                    Draw(path, ring);
        return path.ToString();
    }

    private void Draw(StringBuilder path, ImmutableArray<GeoPoint> ring)
    {
        var corners = new List<(int X, int Y)>(ring.Length);
        foreach (var point in ring)
        {
            var at = ((int)Math.Round((point.Longitude - _bounds.West) * _stretch * _scale), (int)Math.Round((_bounds.North - point.Latitude) * _scale));
            if (corners.Count == 0 || IsApart(corners[^1], at))
                corners.Add(at);
        }

        if (corners.Count < 3)
            return;
        path.Append(CultureInfo.InvariantCulture, $"M{corners[0].X} {corners[0].Y}l");
        for (var i = 1; i < corners.Count; i++)
            path.Append(CultureInfo.InvariantCulture, $"{(i > 1 ? " " : "")}{corners[i].X - corners[i - 1].X} {corners[i].Y - corners[i - 1].Y}");
        path.Append('z');
    }

    private static bool IsApart((int X, int Y) one, (int X, int Y) other) => Math.Abs(one.X - other.X) + Math.Abs(one.Y - other.Y) >= Nearest;
}
