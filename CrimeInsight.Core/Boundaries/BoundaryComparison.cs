using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CrimeInsight.Core.Boundaries;

/// <summary>New shapes beside those drawn today.</summary>
internal static class BoundaryComparison
{
    /// <param name="codes">Places to compare; the others stay as they are.</param>
    public static ImmutableArray<DraftShape> With(
        ImmutableArray<DraftShape> shapes, IReadOnlyDictionary<string, DrawnShape> drawn, IReadOnlySet<string> codes)
    {
        var compared = shapes.Where(shape => shape.Code is not null && codes.Contains(shape.Code))
            .GroupBy(shape => shape.Code!, shape => shape.Shape, StringComparer.Ordinal)
            .ToDictionary(place => place.Key, place => Compare([.. place], drawn.GetValueOrDefault(place.Key)), StringComparer.Ordinal);
        return [.. shapes.Select(shape => shape.Code is null
            ? shape with { FormerSquareKilometres = null, Shared = null }
            : compared.TryGetValue(shape.Code, out var found) ? shape with { FormerSquareKilometres = found.Former, Shared = found.Shared } : shape)];
    }

    private static (double? Former, double? Shared) Compare(IReadOnlyList<GeoShape> now, DrawnShape? then)
    {
        if (then is null)
            return (null, null);
        var (area, former) = (BoundaryGrid.ToGeometry(new GeoShape(now.SelectMany(shape => shape.Polygons))), BoundaryGrid.ToGeometry(then.Shape));
        var common = area.EnvelopeInternal.Intersects(former.EnvelopeInternal)
            ? OverlayNGRobust.Overlay(area, former, SpatialFunction.Intersection).Area
            : 0;
        var either = area.Area + former.Area - common;
        return (then.Shape.AreaSquareKilometres, either > 0 ? common / either : 0);
    }
}
