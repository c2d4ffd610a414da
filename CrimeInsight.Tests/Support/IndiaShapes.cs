using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;

namespace CrimeInsight.Tests.Support;

/// <summary>The approximate boundaries of the whole country, computed once for a test class.</summary>
public sealed class IndiaShapes
{
    public IndiaShapes()
    {
        Svg = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "maps", "india.svg"));
        var towns = Rows("cities.csv").ToLookup(row => row[0], row => Point(row[1], row[2]));
        Districts = [.. Rows("districts.csv").Select(row => new DistrictSite(
            row[0], row[1], Point(row[3], row[4]), double.Parse(row[5], CultureInfo.InvariantCulture), [.. towns[row[0]]]))];
        Shapes = ApproximateBoundaries.Compute(Svg, Districts).ToImmutableDictionary(shape => shape.Code, shape => shape.Shape);
    }

    public string Svg { get; }

    public IReadOnlyList<DistrictSite> Districts { get; }

    public ImmutableDictionary<string, GeoShape> Shapes { get; }

    public IEnumerable<string> States => Shapes.Keys.Where(code => code.Length == 5);

    /// <summary>The district that holds a place; null outside all. Fails when two do.</summary>
    public string? DistrictAt(GeoPoint place) =>
        Districts.Where(district => Shapes[district.Code].Contains(place)).Select(district => district.Code).SingleOrDefault();

    private static GeoPoint Point(string latitude, string longitude) =>
        new(double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture));

    // The columns read here come before any quoted one.
    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seed-data", file)).Skip(1).Select(line => line.Split(','));
}
