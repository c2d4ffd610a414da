using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Dbf.Fields;
using NetTopologySuite.IO.Esri.Shapefiles.Writers;

namespace CrimeInsight.Tests.Support;

/// <summary>Small files of boundaries around Goa, and the ground they are read against.</summary>
internal static class BoundaryFiles
{
    public const string North = "IN-GA-551", South = "IN-GA-552";
    public const string NorthRing = "[[73.7,15.4],[74.3,15.4],[74.3,15.8],[73.7,15.8],[73.7,15.4]]";
    public const string SouthRing = "[[73.7,14.9],[74.3,14.9],[74.3,15.4],[73.7,15.4],[73.7,14.9]]";
    public const string WorldGeodetic = """GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]]]""";

    /// <summary>All of seed-data, as administrators of the country; drawn are Goa and its districts.</summary>
    public static BoundaryGround Ground { get; } = GroundOf("IN");

    public static BoundaryGround GroundOf(string own, bool isApproximate = true) => new(
        SeedPlaces.Tree, [SeedPlaces.Tree.Find(own)!], [],
        new Dictionary<string, DrawnShape>
        {
            ["IN-GA"] = new(Box(14.9, 73.7, 15.8, 74.3), isApproximate),
            [North] = new(Box(15.4, 73.7, 15.8, 74.3), isApproximate),
            [South] = new(Box(14.9, 73.7, 15.4, 74.3), isApproximate),
        });

    public static GeoShape Box(double south, double west, double north, double east) =>
        new([new GeoPolygon([new(south, west), new(south, east), new(north, east), new(north, west)], [])]);

    /// <param name="areas">Properties, and rings of a polygon or polygons.</param>
    public static byte[] Json(params (string Properties, string Coordinates)[] areas) =>
        Encoding.UTF8.GetBytes("{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', areas.Select(Feature)) + "]}");

    public static byte[] Goa(string north, string south) =>
        Json(($"\"district\":\"{north}\"", $"[{NorthRing}]"), ($"\"district\":\"{south}\"", $"[{SouthRing}]"));

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
                using (var entry = archive.CreateEntry(name).Open())
                    entry.Write(content);
        return packed.ToArray();
    }

    /// <summary>A shapefile of areas, each with a name: .shp and .dbf.</summary>
    public static (byte[] Shapes, byte[] Table) Shapes(Encoding encoding, params (string Name, string Wkt)[] areas)
    {
        var (shp, shx, dbf, prj) = (new MemoryStream(), new MemoryStream(), new MemoryStream(), new MemoryStream());
        var name = new DbfCharacterField("NAME", 100);
        using (var writer = Shapefile.OpenWrite(shp, shx, dbf, prj, new ShapefileWriterOptions(ShapeType.Polygon, name) { Encoding = encoding }))
            foreach (var area in areas)
                writer.Write([new Feature(new WKTReader().Read(area.Wkt), new AttributesTable { { "NAME", area.Name } })]);
        return (shp.ToArray(), dbf.ToArray());
    }

    public static BoundaryDraft Read(byte[] content, BoundaryGround? ground = null) =>
        BoundaryImport.Read(content, null, ground ?? Ground, TestContext.Current.CancellationToken);

    public static HashSet<GeoPoint> CornersOf(DraftShape shape) =>
        [.. shape.Shape.Polygons.SelectMany(polygon => polygon.Rings).SelectMany(ring => ring)];

    public static string Position(double longitude, double latitude) => string.Create(CultureInfo.InvariantCulture, $"[{longitude},{latitude}]");

    private static string Feature((string Properties, string Coordinates) area) =>
        "{\"type\":\"Feature\",\"properties\":{" + area.Properties + "},\"geometry\":{\"type\":\"" + TypeOf(area.Coordinates)
        + "\",\"coordinates\":" + area.Coordinates + "}}";

    private static string TypeOf(string coordinates) => coordinates.StartsWith("[[[[", StringComparison.Ordinal) ? "MultiPolygon" : "Polygon";
}
