using System.IO.Compression;
using System.Text;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Boundaries;

/// <summary>Which files give boundaries, and why the others do not.</summary>
public sealed class BoundaryFileTests
{
    private const string NorthWkt = "POLYGON((73.7 15.4, 73.7 15.8, 74.3 15.8, 74.3 15.4, 73.7 15.4))";
    private const string SouthWkt = "POLYGON((73.7 14.9, 73.7 15.4, 74.3 15.4, 74.3 14.9, 73.7 14.9))";

    private static readonly byte[] s_json = BoundaryFiles.Goa("North Goa", "South Goa");

    public static TheoryData<string> Packings => ["plain", "mark", "gzip", "zip", "lines", "array"];

    [Theory]
    [MemberData(nameof(Packings))]
    public void Read_GeoJson_HoweverPacked(string packing)
    {
        var draft = BoundaryFiles.Read(Pack(packing));
        Assert.Equal((null, BoundaryLevel.District), (draft.Problem, draft.Level));
        Assert.Equal([BoundaryFiles.North, BoundaryFiles.South], draft.Codes);
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("windows-1252", "1252")]
    [InlineData("windows-1252", "")]
    public void Read_Shapefile_NamesInTheirEncoding(string encoding, string codePage)
    {
        var code = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8;
        var (north, south) = encoding == "utf-8" ? ("उत्तर गोवा", "दक्षिण गोवा") : ("North Góa", "South Goa");
        var (shapes, table) = BoundaryFiles.Shapes(code, (north, NorthWkt), (south, SouthWkt));
        var draft = BoundaryFiles.Read(BoundaryFiles.Zip(
            ("goa/Districts.SHP", shapes), ("goa/districts.dbf", table), ("goa/districts.prj", Bytes(BoundaryFiles.WorldGeodetic)),
            ("goa/districts.cpg", Bytes(codePage)), ("__MACOSX/goa/._Districts.SHP", [0])));
        Assert.Null(draft.Problem);
        Assert.Equal([north, south], draft.Shapes.Select(shape => shape.Name));
        Assert.Equal(BoundaryFiles.South, draft.Shapes[1].Code);
        Assert.All(draft.Shapes, shape => Assert.Equal(1, shape.Shared!.Value, 2));
    }

    [Theory]
    [InlineData("empty", BoundaryProblem.NotRead)]
    [InlineData("table", BoundaryProblem.NotRead)]
    [InlineData("json cut off", BoundaryProblem.NotRead)]
    [InlineData("other json", BoundaryProblem.NotRead)]
    [InlineData("zip cut off", BoundaryProblem.NotRead)]
    [InlineData("shapes cut off", BoundaryProblem.NotRead)]
    [InlineData("shapes damaged", BoundaryProblem.NotRead)]
    [InlineData("points", BoundaryProblem.NoAreas)]
    [InlineData("no features", BoundaryProblem.NoAreas)]
    [InlineData("bare shapes", BoundaryProblem.Incomplete)]
    [InlineData("no table", BoundaryProblem.Incomplete)]
    [InlineData("table alone", BoundaryProblem.Incomplete)]
    [InlineData("two", BoundaryProblem.Several)]
    [InlineData("path", BoundaryProblem.Unsafe)]
    [InlineData("bomb", BoundaryProblem.TooLarge)]
    [InlineData("gzip bomb", BoundaryProblem.TooLarge)]
    [InlineData("projection", BoundaryProblem.Projected)]
    [InlineData("metres", BoundaryProblem.Projected)]
    [InlineData("elsewhere", BoundaryProblem.OutsideIndia)]
    [InlineData("no names", BoundaryProblem.NoNames)]
    public void Read_WhatGivesNone_SaysWhy(string file, BoundaryProblem problem) => Assert.Equal(problem, BoundaryFiles.Read(Broken(file)).Problem);

    [Fact]
    public async Task TakeAsync_GiantFile_IsNotReadToItsEnd()
    {
        var taken = await ShapeFile.TakeAsync(new EndlessStream(), TestContext.Current.CancellationToken);
        Assert.InRange(taken.Length, ShapeFile.MostBytes + 1, ShapeFile.MostBytes + (1 << 16));
    }

    private static byte[] Pack(string packing) => packing switch
    {
        "mark" => [0xEF, 0xBB, 0xBF, .. s_json],
        "gzip" => Gzip(s_json),
        "zip" => BoundaryFiles.Zip(("readme.txt", Bytes("x")), ("a/goa.geojson", s_json)),
        "lines" => Bytes(string.Join('\n', Features())),
        "array" => Bytes($"[{string.Join(',', Features())}]"),
        _ => s_json,
    };

    private static IEnumerable<string> Features() => System.Text.Json.JsonDocument.Parse(s_json).RootElement.GetProperty("features").EnumerateArray()
        .Select(feature => feature.GetRawText());

    private static byte[] Broken(string file)
    {
        var (shapes, table) = BoundaryFiles.Shapes(Encoding.UTF8, ("North Goa", NorthWkt), ("South Goa", SouthWkt));
        return file switch
        {
            "empty" => [],
            "table" => Bytes("district,latitude\nNorth Goa,15.4\n"),
            "json cut off" => s_json[..^40],
            "other json" => Bytes("""{"type":"Topology","objects":{"a":{"features":1}}}"""),
            "zip cut off" => BoundaryFiles.Zip(("a.geojson", s_json))[..^30],
            "shapes cut off" => BoundaryFiles.Zip(("a.shp", shapes[..^60]), ("a.dbf", table)),
            "shapes damaged" => BoundaryFiles.Zip(("a.shp", [.. shapes[..104], 0x7F, 0xFF, 0xFF, 0xFF, .. shapes[108..]]), ("a.dbf", table)),
            "points" => Bytes(
                """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[74,15]}}]}"""),
            "no features" => Bytes("""{"type":"FeatureCollection","features":[]}"""),
            "bare shapes" => shapes,
            "no table" => BoundaryFiles.Zip(("a.shp", shapes)),
            "table alone" => BoundaryFiles.Zip(("a.dbf", table)),
            "two" => BoundaryFiles.Zip(("a.shp", shapes), ("a.dbf", table), ("b.shp", shapes), ("b.dbf", table)),
            "path" => BoundaryFiles.Zip(("../a.geojson", s_json)),
            "bomb" => BoundaryFiles.Zip(("a.geojson", new byte[40 << 20])),
            "gzip bomb" => Gzip(new byte[40 << 20]),
            "projection" => BoundaryFiles.Zip(
                ("a.shp", shapes), ("a.dbf", table), ("a.prj", Bytes($"""PROJCS["WGS_1984_UTM_Zone_43N",{BoundaryFiles.WorldGeodetic}]"""))),
            "metres" => BoundaryFiles.Json(("\"district\":\"North Goa\"", "[[[380000,1700000],[390000,1700000],[390000,1710000],[380000,1700000]]]")),
            "elsewhere" => BoundaryFiles.Json(("\"district\":\"North Goa\"", "[[[7,51],[8,51],[8,52],[7,51]]]")),
            _ => BoundaryFiles.Json(("\"title\":\"Nothing that is known\"", $"[{BoundaryFiles.NorthRing}]")),
        };
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => count;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
