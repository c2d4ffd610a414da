using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Tests.Core.Spatial.Scan;

/// <summary>Reads Reference/Scan.</summary>
internal static class ScanReference
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Reference", "Scan");

    /// <summary>Clusters of our reference implementation, most likely first, by case.</summary>
    public static ILookup<string, ReferenceCluster> Clusters { get; } = ReadClusters("clusters.csv");

    /// <summary>Clusters as SaTScan printed them.</summary>
    public static ILookup<string, ReferenceCluster> SaTScan { get; } = ReadClusters("satscan.csv");

    /// <summary>A case's data and the ids of its places.</summary>
    public static (ScanRequest Request, string[] Ids) Case(string name) => name switch
    {
        "ny_cartesian_50" => Make("ny_leukemia.csv", false, 2, 1, 4, 3),
        "ny_cartesian_10" => Make("ny_leukemia.csv", false, 2, 1, 4, 3, 0.1),
        "ny_longlat_50" => Make("ny_leukemia.csv", true, 1, 2, 4, 3),
        "pennLC_poisson_pop" => Make("penn_lung_cancer.csv", true, 1, 2, 4, 3),
        "nc_sid74" => Make("nc_sids.csv", false, 1, 2, 4, 3),
        "nc_sid79" => Make("nc_sids.csv", false, 1, 2, 6, 5),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such case."),
    };

    private static (ScanRequest Request, string[] Ids) Make(string file, bool degrees, int first, int second, int cases, int population, double share = 0.5)
    {
        var rows = Rows(file).ToArray();
        double[] Column(int column) => [.. rows.Select(row => Number(row[column]))];
        PointSet places = degrees ? new DegreePoints(Column(first), Column(second)) : new MetrePoints(Column(first), Column(second));
        var request = new ScanRequest(places, [.. Column(cases).Select(value => (int)value)], 1, ScanModel.Poisson, ScanSpan.Space, Column(population))
        {
            MaxShare = share,
        };
        return (request, [.. rows.Select(row => row[0].Replace(' ', '_'))]);
    }

    private static ILookup<string, ReferenceCluster> ReadClusters(string file) => Rows(file).ToLookup(
        row => row[0],
        row => new ReferenceCluster(
            [.. row[1].Split(' ').Order(StringComparer.Ordinal)], (int)Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]), Number(row[6])));

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(s_folder, file)).Skip(1).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
