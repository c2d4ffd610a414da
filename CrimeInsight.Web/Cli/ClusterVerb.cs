using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CrimeInsight.Core;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Cli;

/// <summary><c>cluster</c>: labels every point of a file with its cluster. Needs no database.</summary>
internal static class ClusterVerb
{
    private const string Dbscan = "dbscan";
    private const string SpaceTime = "stdbscan";
    private const string Hierarchical = "hdbscan";
    private const string Partition = "kmeans";
    private const string Auto = "auto";
    private const string UsualClusters = "8";
    private const double UsualEps = 500;
    private const double UsualEpsDays = 14;
    private const int UsualMinPoints = 20;

    private static readonly PointColumn s_time = new("t", PointColumnKind.Days);

    /// <summary>Each method with the options it takes.</summary>
    private static readonly Dictionary<string, string[]> s_methods = new()
    {
        [Dbscan] = ["--eps", "--min-points"],
        [SpaceTime] = ["--eps", "--eps-days", "--min-points"],
        [Hierarchical] = ["--min-cluster-size", "--min-points", "--resolution"],
        [Partition] = ["--k", "--seed"],
    };

    private static readonly Dictionary<string, string> s_options = new()
    {
        ["epsMetres"] = "--eps",
        ["epsDays"] = "--eps-days",
        ["minPoints"] = "--min-points",
        ["minClusterSize"] = "--min-cluster-size",
        ["resolutionMetres"] = "--resolution",
        ["clusters must"] = "--k must",
    };

    public static Command Create()
    {
        var input = new Option<string>("--input")
            { Description = "CSV with the columns id,x,y (metres) or id,lat,lon (degrees); for stdbscan also t (days, or yyyy-MM-dd HH:mm)", Required = true };
        var output = new Option<string>("--output")
            { Description = "CSV to write: id,label, −1 for noise; for hdbscan also probability,outlier", Required = true };
        var method = new Option<string>("--method") { Description = string.Join(", ", s_methods.Keys), Required = true };
        var eps = new Option<double?>("--eps") { Description = $"Metres within which points are neighbours; {UsualEps} when left out" };
        var epsDays = new Option<double?>("--eps-days") { Description = $"Days within which they are, for stdbscan; {UsualEpsDays} when left out" };
        var minPoints = new Option<int?>("--min-points")
            { Description = $"Points that make a neighbourhood dense, the point itself among them; {UsualMinPoints} when left out" };
        var size = new Option<int?>("--min-cluster-size") { Description = $"Points a cluster needs, for hdbscan; {UsualMinPoints} when left out" };
        var resolution = new Option<double?>("--resolution") { Description = "Metres to which places are known, for hdbscan; 0.001 when left out" };
        var k = new Option<string>("--k") { Description = $"Clusters of kmeans, or {Auto} for the largest silhouette; {UsualClusters} when left out" };
        var seed = new Option<int?>("--seed") { Description = "Seed of kmeans; 1 when left out" };
        var command = new Command("cluster", "Finds clusters of points by density, in space or in space and time, or divides points among centres.")
            { input, output, method, eps, epsDays, minPoints, size, resolution, k, seed };
        command.SetAction((parsed, cancellation) =>
        {
            var name = parsed.GetRequiredValue(method);
            Check(name, command.Options.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name));
            var choice = new ClusterChoice(
                name, parsed.GetValue(eps) ?? UsualEps, parsed.GetValue(epsDays) ?? UsualEpsDays, parsed.GetValue(minPoints), parsed.GetValue(size)
                    ?? UsualMinPoints,
                parsed.GetValue(resolution) ?? HdbscanRequest.LeastResolutionMetres, parsed.GetValue(k) ?? UsualClusters, parsed.GetValue(seed) ?? 1);
            Console.Out.WriteLine(Run(parsed.GetRequiredValue(input), choice, parsed.GetRequiredValue(output), Console.Error, cancellation).ToJsonString());
            return Task.FromResult(0);
        });
        return command;
    }

    /// <exception cref="OperatorException">There is no such method, or an option is another's.</exception>
    internal static void Check(string method, IEnumerable<string> given)
    {
        if (!s_methods.TryGetValue(method, out var taken))
            throw new OperatorException($"There is no method '{method}'; use one of {string.Join(", ", s_methods.Keys)}.");
        var foreign = given.Where(option => !taken.Contains(option)).FirstOrDefault(option => s_methods.Values.Any(options => options.Contains(option)));
        if (foreign is not null)
            throw new OperatorException(
                $"{foreign} is not an option of --method {method}, which takes {string.Join(", ", taken)}; leave it out, or use "
                    + $"--method {s_methods.First(entry => entry.Value.Contains(foreign)).Key}.");
    }

    /// <returns>What was done: the method, its parameters, and how many clusters and points of noise there are.</returns>
    /// <exception cref="OperatorException">A file, a row or an option is not valid; the message names it.</exception>
    internal static JsonObject Run(string input, ClusterChoice choice, string output, TextWriter warnings, CancellationToken cancellation)
    {
        var file = choice.Method == SpaceTime ? PointFile.Read(input, hasIds: true, s_time) : PointFile.Read(input);
        DegreeWarning.Say(file.Points, warnings);
        try
        {
            return choice.Method switch
            {
                Hierarchical => RunHierarchical(file, choice, output, cancellation),
                Partition => RunPartition(file, choice, output, cancellation),
                _ => RunDensity(file, choice, output, cancellation),
            };
        }
        catch (ArgumentException invalid)
        {
            throw new OperatorException(Readable(invalid.Message), invalid);
        }
    }

    private static JsonObject RunDensity(PointFile file, ClusterChoice choice, string output, CancellationToken cancellation)
    {
        var minPoints = choice.MinPoints ?? UsualMinPoints;
        var hasTime = choice.Method == SpaceTime;
        var report = hasTime
            ? Core.Spatial.Clustering.Dbscan.Run(
                file.Points, file[s_time.Name], new SpaceTimeDbscanRequest(choice.EpsMetres, choice.EpsDays, minPoints), null, cancellation)
            : Core.Spatial.Clustering.Dbscan.Run(file.Points, new DbscanRequest(choice.EpsMetres, minPoints), null, cancellation);
        Write(output, file, report.Labels, "", (_, _) => { });
        var summary = Summary(choice, file, report.ClusterCount, report.NoiseCount);
        summary["eps"] = choice.EpsMetres;
        if (hasTime)
            summary["epsDays"] = choice.EpsDays;
        summary["minPoints"] = minPoints;
        return summary;
    }

    private static JsonObject RunHierarchical(PointFile file, ClusterChoice choice, string output, CancellationToken cancellation)
    {
        var request = new HdbscanRequest(choice.MinClusterSize, choice.MinPoints, choice.ResolutionMetres);
        var report = Hdbscan.Run(file.Points, request, null, cancellation);
        Write(output, file, report.Labels, ",probability,outlier", (writer, i) =>
            writer.Write(string.Create(CultureInfo.InvariantCulture, $",{report.Probabilities[i]:G6},{report.OutlierScores[i]:G6}")));
        var summary = Summary(choice, file, report.ClusterCount, report.NoiseCount);
        (summary["minClusterSize"], summary["minPoints"], summary["resolution"]) = (request.MinClusterSize, request.MinPoints, request.ResolutionMetres);
        return summary;
    }

    private static JsonObject RunPartition(PointFile file, ClusterChoice choice, string output, CancellationToken cancellation)
    {
        int? clusters = choice.Clusters == Auto ? null
            : int.TryParse(choice.Clusters, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new OperatorException($"--k is '{choice.Clusters}'; give a whole number of clusters, or {Auto}.");
        var report = KMeans.Run(file.Points, new KMeansRequest(clusters, seed: choice.Seed), null, cancellation);
        Write(output, file, report.Labels, "", (_, _) => { });
        var summary = Summary(choice, file, report.ClusterCount, 0);
        (summary["inertia"], summary["seed"]) = (report.Inertia, choice.Seed);
        if (clusters is null)
            summary["silhouettes"] = new JsonObject(
                report.Silhouettes.Select(entry => KeyValuePair.Create(entry.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)entry.Value)));
        return summary;
    }

    /// <summary>The options in place of the parameters they became, in one sentence.</summary>
    private static string Readable(string message)
    {
        message = message.Split(" (Parameter ")[0];
        return s_options.Aggregate(message, (text, entry) => text.Replace(entry.Key, entry.Value, StringComparison.Ordinal));
    }

    private static JsonObject Summary(ClusterChoice choice, PointFile file, int clusters, int noise) =>
        new() { ["method"] = choice.Method, ["points"] = file.Points.Count, ["clusters"] = clusters, ["noise"] = noise };

    private static void Write(string path, PointFile file, ImmutableArray<int> labels, string header, Action<TextWriter, int> more) =>
        ResultFile.Write(path, writer =>
    {
        writer.WriteLine("id,label" + header);
        Span<char> digits = stackalloc char[11];
        for (var i = 0; i < labels.Length; i++)
        {
            writer.Write(CsvDocument.Cell(file.Ids[i]));
            writer.Write(',');
            labels[i].TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
            writer.Write(digits[..length]);
            more(writer, i);
            writer.WriteLine();
        }
    });
}
