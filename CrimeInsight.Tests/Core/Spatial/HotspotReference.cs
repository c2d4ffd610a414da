using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial;

/// <summary>Reads Reference/Hotspots/local_750.csv.</summary>
internal static class HotspotReference
{
    private static readonly string[][] s_rows =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "Hotspots", "local_750.csv")).Select(line => line.Split(',')),
    ];

    public static double[] Values { get; } = Column("value");

    public static MetrePoints Points { get; } = new(Column("x"), Column("y"));

    /// <summary>The 8 nearest neighbours, row-standardised.</summary>
    public static SpatialWeights Weights { get; } = SpatialWeights.NearestNeighbours(Points, 8).RowStandardised();

    public static double[] Column(string name) => [.. Texts(name).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    public static string[] Texts(string name)
    {
        var column = Array.IndexOf(s_rows[0], name);
        return [.. s_rows[1..].Select(row => row[column])];
    }

    /// <summary>Places from 0, ascending.</summary>
    public static int[][] Neighbours() =>
        [.. Texts("neighbours").Select(text => text.Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture) - 1).Order().ToArray())];
}
