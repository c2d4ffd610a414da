using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace CrimeInsight.Core.Spatial.Clustering.Hulls;

/// <summary>The outline of a cluster.</summary>
/// <param name="Outline">Corners, the first not repeated; metres or degrees, as the points are. Fewer than three when the points
/// lie at one place or on one line and no margin was asked for.</param>
/// <param name="AreaSquareMetres">Within the outline; 0 or more.</param>
public sealed record ClusterHull(PointSet Outline, double AreaSquareMetres)
{
    /// <summary>With fewer corners: no corner left out lies further from the outline than this (Douglas and Peucker 1973). The area stays as it was.</summary>
    /// <param name="toleranceMetres">0 or more; a hull in degrees or with fewer than four corners stays as it is.</param>
    public ClusterHull Simplified(double toleranceMetres)
    {
        Guard.Between(toleranceMetres, 0, 1e6);
        if (Outline is not MetrePoints { Count: > 3 } corners)
            return this;
        var ring = Enumerable.Range(0, corners.Count).Append(0).Select(i => new Coordinate(corners.X[i], corners.Y[i])).ToArray();
        return TopologyPreservingSimplifier.Simplify(GeometryFactory.Default.CreatePolygon(ring), toleranceMetres) is Polygon { IsEmpty: false } simple
            ? this with
            {
                Outline = new MetrePoints([.. simple.ExteriorRing.Coordinates[..^1].Select(corner => corner.X)],
                    [.. simple.ExteriorRing.Coordinates[..^1].Select(corner => corner.Y)]),
            }
            : this;
    }
}
