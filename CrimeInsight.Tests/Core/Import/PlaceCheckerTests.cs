using System.Globalization;
using System.Text;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Two square districts side by side, west and east of 78° E, between 12° and 13° N, each a degree wide.</summary>
public sealed class PlaceCheckerTests
{
    private static readonly JurisdictionTree s_tree = new(
    [
        Place(1, null, JurisdictionLevel.Country, "IN", 0, 1000, null),
        Place(2, 1, JurisdictionLevel.State, "S", 100, 200, null),
        Place(3, 2, JurisdictionLevel.District, "W", 110, 120, new GeoPoint(12.5, 77.5)),
        Place(4, 2, JurisdictionLevel.District, "E", 120, 130, new GeoPoint(12.5, 78.5)),
        Place(5, 1, JurisdictionLevel.State, "T", 200, 300, null),
        Place(6, 5, JurisdictionLevel.District, "F", 210, 220, new GeoPoint(28.6, 77.2)),
    ]);

    private static readonly JurisdictionTree s_islands = new(
    [
        Place(1, null, JurisdictionLevel.Country, "IN", 0, 1000, null),
        Place(2, 1, JurisdictionLevel.State, "IN-LD", 100, 200, null),
        Place(3, 2, JurisdictionLevel.District, "IN-LD-587", 110, 120, new GeoPoint(10.57, 72.64)),
        Place(4, 2, JurisdictionLevel.District, "IN-LD-0", 120, 130, new GeoPoint(8.28, 73.05)),
        Place(5, 1, JurisdictionLevel.State, "IN-PB", 200, 300, null),
        Place(6, 5, JurisdictionLevel.District, "IN-PB-27", 210, 220, new GeoPoint(31.63, 74.87)),
    ]);

    [Theory]
    [InlineData(12.5, 77.999, "W")]
    [InlineData(12.5, 78.001, "E")]
    [InlineData(12.999, 77.001, "W")]
    // Four kilometres off the shore belong to the nearest; forty do not.
    [InlineData(12.5, 76.97, "W")]
    [InlineData(12.5, 76.6, null)]
    [InlineData(28.6, 77.2, "F")]
    public void Judge_Boundaries_FindTheDistrict(double latitude, double longitude, string? expected) =>
        Assert.Equal(expected, new PlaceChecker(s_tree, Shapes(isApproximate: false)).Judge(new GeoPoint(latitude, longitude), null).District?.Code);

    [Fact]
    public void Locate_RandomPoints_AgreesWithThePlainTest()
    {
        var shapes = Shapes(isApproximate: false);
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var point = new GeoPoint(11.9 + random.NextDouble() * 1.2, 76.9 + random.NextDouble() * 2.2);
            var expected = point.Latitude is > 12 and < 13 ? point.Longitude is > 77 and < 78 ? "W" : point.Longitude is > 78 and < 79 ? "E" : null : null;
            Assert.Equal(expected, shapes.Locate(point)?.Code);
        }
    }

    [Theory]
    [InlineData(false, 78.03, "W", true, null)]
    [InlineData(false, 78.3, "W", false, RejectReason.CoordinatesFarFromJurisdiction)]
    [InlineData(true, 78.3, "W", true, null)]
    [InlineData(true, 78.6, "W", false, RejectReason.CoordinatesFarFromJurisdiction)]
    [InlineData(false, 78.3, "S", false, null)]
    [InlineData(false, 78.3, "T", false, RejectReason.CoordinatesFarFromJurisdiction)]
    public void Judge_PointBesideThePlaceNamed_IsNeighbourOrContradiction(
        bool isApproximate, double longitude, string named, bool isNeighbour, RejectReason? reason)
    {
        var verdict = new PlaceChecker(s_tree, Shapes(isApproximate)).Judge(new GeoPoint(12.5, longitude), s_tree.Find(named));
        Assert.Equal((isNeighbour, reason), (verdict.IsInNeighbour, verdict.Reason));
    }

    [Theory]
    [InlineData(78.3, "W", RejectReason.CoordinatesFarFromJurisdiction)]
    [InlineData(77.7, "E", null)]
    public void Judge_OneDistrictLoaded_AllowsLessBesideItAlone(double longitude, string named, RejectReason? reason)
    {
        var loaded = Square("W", 77, 12).Replace("\"id\"", "\"properties\": { \"approximate\": false }, \"id\"", StringComparison.Ordinal);
        var checker = new PlaceChecker(s_tree, Read(s_tree, isApproximate: true, loaded, Square("E", 78, 12), Square("F", 77, 28)));
        Assert.Equal(reason, checker.Judge(new GeoPoint(12.5, longitude), s_tree.Find(named)).Reason);
    }

    /// <summary>
    /// Kavaratti's outline is a square around the island; Minicoy, 260 km south, and all other islands are missing. 0.3° of longitude
    /// are 33 km there, 0.6° are 65 km.
    /// </summary>
    [Theory]
    [InlineData(true, 10.5, 72.3, "IN-LD", null, true)]
    [InlineData(true, 10.5, 72.3, "IN-LD-587", null, true)]
    [InlineData(true, 10.5, 72.02, "IN-LD-587", RejectReason.CoordinatesOutsideIndia, false)]
    [InlineData(true, 10.5, 69.0, "IN-LD-587", RejectReason.CoordinatesOutsideIndia, false)]
    [InlineData(false, 10.5, 72.3, "IN-LD-587", RejectReason.CoordinatesOutsideIndia, false)]
    // Nobody named it: no district may be guessed from so far.
    [InlineData(true, 10.5, 72.3, null, RejectReason.CoordinatesOutsideIndia, false)]
    // Lahore, 25 km beyond the outline of Amritsar; Colombo, far from all.
    [InlineData(true, 31.55, 74.34, "IN-PB-27", RejectReason.CoordinatesOutsideIndia, false)]
    [InlineData(true, 6.93, 79.85, "IN-LD-587", RejectReason.CoordinatesOutsideIndia, false)]
    // In another district of India it stays a contradiction.
    [InlineData(true, 31.6, 74.8, "IN-LD-587", RejectReason.CoordinatesFarFromJurisdiction, false)]
    public void Judge_OffApproximateCoast_IsAcceptedNearTheDistrictNamed(
        bool isApproximate, double latitude, double longitude, string? named, RejectReason? reason, bool isOffCoast)
    {
        var verdict = new PlaceChecker(s_islands, IslandShapes(isApproximate))
            .Judge(new GeoPoint(latitude, longitude), named is null ? null : s_islands.Find(named));

        Assert.Equal((reason, isOffCoast), (verdict.Reason, verdict.IsOffCoast));
        if (isOffCoast)
            Assert.Equal("IN-LD-587", verdict.District?.Code);
    }

    /// <summary>The district's point counts too: an island whose outline is missing from the map altogether.</summary>
    [Theory]
    [InlineData(8.28, 73.3, null)]
    [InlineData(8.28, 73.8, RejectReason.CoordinatesOutsideIndia)]
    public void Judge_DistrictWithoutOutline_IsAcceptedNearItsPoint(double latitude, double longitude, RejectReason? reason) =>
        Assert.Equal(
            reason, new PlaceChecker(s_islands, IslandShapes(isApproximate: true)).Judge(new GeoPoint(latitude, longitude), s_islands.Find("IN-LD-0")).Reason);

    [Theory]
    [InlineData(12.5, 77.6, "W", null)]
    [InlineData(12.5, 78.4, "W", null)]
    [InlineData(28.6, 77.2, "W", RejectReason.CoordinatesFarFromJurisdiction)]
    public void Judge_WithoutBoundaries_GoesByThePointsOfDistricts(double latitude, double longitude, string named, RejectReason? reason) =>
        Assert.Equal(reason, new PlaceChecker(s_tree, null).Judge(new GeoPoint(latitude, longitude), s_tree.Find(named)).Reason);

    [Theory]
    [InlineData(77.5, 12.5, RejectReason.CoordinatesSwapped)]
    [InlineData(95, 12.5, RejectReason.CoordinatesSwapped)]
    [InlineData(51.5, -0.1, RejectReason.CoordinatesOutsideIndia)]
    [InlineData(-12.5, 77.5, RejectReason.CoordinatesOutsideIndia)]
    [InlineData(99, 12.5, RejectReason.CoordinateInvalid)]
    public void Judge_OutsideIndia_SaysHow(double latitude, double longitude, RejectReason reason) =>
        Assert.Equal(reason, new PlaceChecker(s_tree, null).Judge(new GeoPoint(latitude, longitude), null).Reason);

    private static DistrictShapes Shapes(bool isApproximate) =>
        Read(s_tree, isApproximate, Square("W", 77, 12), Square("E", 78, 12), Square("F", 77, 28));

    // Amritsar's begins at 74.6°, 25 km east of Lahore.
    private static DistrictShapes IslandShapes(bool isApproximate) =>
        Read(s_islands, isApproximate, Square("IN-LD-587", 72.6, 10.5, 0.1), Square("IN-PB-27", 74.6, 31.3, 0.6));

    private static DistrictShapes Read(JurisdictionTree tree, bool isApproximate, params string[] features)
    {
        var json = $$"""{ "type": "FeatureCollection", "features": [{{string.Join(',', features)}}] }""";
        return DistrictShapes.Read(new BoundaryCollection(Encoding.UTF8.GetBytes(json), features.Length, isApproximate, 1), tree)!;
    }

    private static string Square(string code, double west, double south, double side = 1) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{ "type": "Feature", "id": "{{code}}", "geometry": { "type": "Polygon", "coordinates": [[[{{west}},{{south}}],[{{west + side}},{{south}}],[{{west + side}},{{south + side}}],[{{west}},{{south + side}}],[{{west}},{{south}}]]] } }""");

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, int from, int until, GeoPoint? point) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = code }, point, null);
}
