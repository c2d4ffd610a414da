using System.Globalization;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Tests.Core.Spatial.Clustering;

/// <summary>The reference files of clusters.</summary>
internal static class ReferencePoints
{
    /// <summary>Rows of a file, cells as numbers, without the header.</summary>
    public static double[][] Rows(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "Clusters", file)).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture))),
    ];

    /// <summary>The first two columns, metres.</summary>
    public static MetrePoints Plane(double[][] rows) =>
        new(Array.ConvertAll(rows, row => row[0]), Array.ConvertAll(rows, row => row[1]));
}
