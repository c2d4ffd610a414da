using System.Globalization;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Tests.Support;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace CrimeInsight.Tests.Core.Boundaries;

/// <summary>What becomes of outlines on their way from the file.</summary>
public sealed class AreaCoverageTests
{
    private const string North = "\"district\":\"North Goa\"", South = "\"district\":\"South Goa\"";

    [Fact]
    public void Read_NeighboursWithIrregularBorder_ShareItCornerByCorner()
    {
        // The same border drawn twice, once with a corner left out here and there and up to 20 m off: gaps and overlaps.
        var border = Enumerable.Range(0, 301).Select(i => (X: 73.7 + i * 0.002, Y: 15.4 + 0.01 * Math.Sin(i) + 0.03 * Math.Sin(i / 20.0))).ToList();
        var north = string.Join(',', border.Select(at => BoundaryFiles.Position(at.X, at.Y)));
        var south = string.Join(',', border.Where((_, i) => i % 7 != 3).Reverse()
            .Select(at => BoundaryFiles.Position(at.X, at.Y + 0.0002 * Math.Sin(at.X * 900))));
        var first = BoundaryFiles.Position(border[0].X, border[0].Y);
        var draft = BoundaryFiles.Read(BoundaryFiles.Json(
            (North, $"[[{north},[74.3,15.8],[73.7,15.8],{first}]]"), (South, $"[[{south},[73.7,14.9],[74.3,14.9],{south.Split("],")[0]}]]]")));

        var shapes = draft.Shapes.Select(shape => ToGeometry(shape.Shape)).ToArray();
        Assert.True(CoverageValidator.IsValid(shapes));
        Assert.All(shapes, shape => Assert.True(shape.IsValid));
        Assert.Equal(0, Assert.IsType<Polygon>(CoverageUnion.Union(shapes)).NumInteriorRings);
        var shared = BoundaryFiles.CornersOf(draft.Shapes[0]);
        shared.IntersectWith(BoundaryFiles.CornersOf(draft.Shapes[1]));
        Assert.InRange(shared.Count, 20, 301);
        Assert.All(draft.Shapes, shape => Assert.True(shape.Corners < shape.CornersBefore));
        Assert.All(draft.Shapes.SelectMany(BoundaryFiles.CornersOf), at =>
            Assert.Equal(at, new GeoPoint(Math.Round(at.Latitude, 4), Math.Round(at.Longitude, 4))));
    }

    [Fact]
    public void Read_BowTie_IsRepaired()
    {
        var draft = BoundaryFiles.Read(BoundaryFiles.Json(
            (North, "[[[73.7,15.4],[74.3,15.8],[74.3,15.4],[73.7,15.8],[73.7,15.4]]]"), (South, $"[{BoundaryFiles.SouthRing}]")));
        Assert.Equal((1, 0), (draft.Repaired, draft.Unreadable));
        Assert.True(draft.Shapes[0].IsRepaired);
        Assert.Equal(2, draft.Shapes[0].Shape.Polygons.Length);
        Assert.Equal(BoundaryFiles.Box(15.4, 73.7, 15.8, 74.3).AreaSquareKilometres / 2, draft.Shapes[0].AreaSquareKilometres, 1);
    }

    [Fact]
    public void Read_HoleAndIsland_AreKept()
    {
        const string hole = "[[73.9,15.5],[73.9,15.6],[74,15.6],[74,15.5],[73.9,15.5]]";
        const string island = "[[73.5,15.1],[73.6,15.1],[73.6,15.2],[73.5,15.2],[73.5,15.1]]";
        var draft = BoundaryFiles.Read(BoundaryFiles.Json(
            (North, $"[{BoundaryFiles.NorthRing},{hole}]"), (South, $"[[{BoundaryFiles.SouthRing}],[{island}]]")));
        Assert.Single(draft.Shapes[0].Shape.Polygons[0].Holes);
        Assert.Equal(2, draft.Shapes[1].Shape.Polygons.Length);
        Assert.Equal(0, draft.Repaired);
    }

    [Fact]
    public void Read_Enclave_IsCutOutOfWhatIsDrawnOverIt()
    {
        var draft = BoundaryFiles.Read(BoundaryFiles.Json(
            (North, $"[{BoundaryFiles.NorthRing}]"), (South, "[[[73.9,15.5],[74,15.5],[74,15.6],[73.9,15.6],[73.9,15.5]]]")));
        Assert.Single(draft.Shapes[0].Shape.Polygons[0].Holes);
        Assert.Equal(100 * Math.Cos(double.DegreesToRadians(15.55)) * 1.236, draft.Shapes[1].AreaSquareKilometres, 0);
    }

    [Fact]
    public void Read_LatitudeFirst_IsTurned()
    {
        var straight = BoundaryFiles.Read(BoundaryFiles.Goa("North Goa", "South Goa"));
        var turned = BoundaryFiles.Read(BoundaryFiles.Json((North, $"[{Turn(BoundaryFiles.NorthRing)}]"), (South, $"[{Turn(BoundaryFiles.SouthRing)}]")));
        Assert.False(straight.IsTurned);
        Assert.True(turned.IsTurned);
        Assert.Equal(straight.Shapes.Select(shape => shape.AreaSquareKilometres), turned.Shapes.Select(shape => shape.AreaSquareKilometres));
        Assert.All(turned.Shapes, shape => Assert.Equal(1, shape.Shared!.Value, 2));
    }

    [Fact]
    public void Read_OneAreaDamagedOneAbroad_OthersAreRead()
    {
        var draft = BoundaryFiles.Read(BoundaryFiles.Json(
            (North, $"[{BoundaryFiles.NorthRing}]"), (South, $"[{BoundaryFiles.SouthRing}]"), ("\"district\":\"Goalpara\"", "[[[90,26],[90,26]]]"),
            ("\"district\":\"Kandy\"", "[[[80.5,5.1],[80.9,5.1],[80.9,5.4],[80.5,5.1]]]")));
        Assert.Equal((2, 1, 1), (draft.Matched, draft.Outside, draft.Unreadable));
    }

    private static string Turn(string ring) => "[" + string.Join(',', ring.Trim('[', ']').Split("],[")
        .Select(at => at.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
        .Select(at => BoundaryFiles.Position(at[1], at[0]))) + "]";

    private static Geometry ToGeometry(GeoShape shape)
    {
        var factory = new GeometryFactory();
        return shape.Polygons.Length == 1
            ? BoundaryGrid.ToPolygon(shape.Polygons[0], factory)
            : factory.CreateMultiPolygon([.. shape.Polygons.Select(polygon => BoundaryGrid.ToPolygon(polygon, factory))]);
    }
}
