using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;

namespace CrimeInsight.Core.Boundaries;

/// <summary>The areas of a shapefile and the table beside them.</summary>
internal static class ShapeTable
{
    private const int HeaderBytes = 100;

    // Names of WGS 84 in any notation, blanks and underscores left out.
    private static readonly string[] s_worldGeodetic = ["WGS1984", "WGS84", "WORLDGEODETICSYSTEM1984"];

    /// <param name="projection">Content of the .prj; empty: none.</param>
    /// <param name="codePage">Content of the .cpg; empty: none.</param>
    public static List<RawShape> Read(byte[] shapes, byte[] table, string projection, string codePage)
    {
        if (projection.Length > 0 && !IsWorldGeodetic(projection))
            throw new ShapeFileException(BoundaryProblem.Projected);
        if (shapes.Length < HeaderBytes || BinaryPrimitives.ReadInt32BigEndian(shapes.AsSpan(24)) * 2L > shapes.Length)
            throw new ShapeFileException(BoundaryProblem.NotRead);
        var options = new ShapefileReaderOptions
        {
            Encoding = Named(codePage) ?? Sniffed(table),
            Factory = AreaGrid.Plain,
            GeometryBuilderMode = GeometryBuilderMode.IgnoreInvalidShapes,
        };
        using var reader = Shapefile.OpenRead(new MemoryStream(shapes), new MemoryStream(table), options);
        var found = new List<RawShape>();
        if (!reader.ShapeType.IsPolygon())
            return found;
        foreach (var feature in reader)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in feature.Attributes.GetNames())
                AreaGrid.Keep(values, name, Convert.ToString(feature.Attributes[name], CultureInfo.InvariantCulture));
            found.Add(new RawShape(feature.Geometry is Polygon or MultiPolygon && !feature.Geometry.IsEmpty ? feature.Geometry : null, values));
        }

        return found;
    }

    // Degrees of WGS 84, however a program spells it; anything projected has more.
    private static bool IsWorldGeodetic(string projection)
    {
        var plain = string.Concat(projection.Where(letter => letter is not (' ' or '_'))).ToUpperInvariant();
        return !plain.Contains("PROJC", StringComparison.Ordinal) && s_worldGeodetic.Any(name => plain.Contains(name, StringComparison.Ordinal));
    }

    private static Encoding? Named(string codePage)
    {
        var name = codePage.ToUpperInvariant().Replace("ANSI", "", StringComparison.Ordinal).Trim();
        if (name is "UTF8")
            return Encoding.UTF8;
        try
        {
            return name.Length == 0 ? null
                : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number)
                    : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // A name cut off at the width of its column may end within a letter, so a table in UTF-8 need not be valid as a whole.
    private static Encoding Sniffed(byte[] table)
    {
        var header = table.Length < 10 ? 0 : Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(table.AsSpan(8)), table.Length);
        var (foreign, damaged) = (0, 0);
        foreach (var letter in Encoding.UTF8.GetString(table.AsSpan(header)))
        {
            foreign += letter > '\x7F' ? 1 : 0;
            damaged += letter == '\uFFFD' ? 1 : 0;
        }

        return damaged * 10 <= foreign ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;
    }
}
