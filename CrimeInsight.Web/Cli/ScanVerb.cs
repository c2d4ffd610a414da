using System.CommandLine;
using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Web.Cli;

/// <summary><c>scan</c>: the most likely clusters of cases in space, or in space and time, as JSON. Needs no database.</summary>
internal static class ScanVerb
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var cases = new Option<string>("--cases")
            { Description = "CSV with the columns id,cases[,period]; period is yyyy-MM or yyyy-MM-dd; rows of one id and period add up", Required = true };
        var locations = new Option<string>("--locations")
            { Description = "CSV with the columns id,x,y (metres) or id,lat,lon (degrees), one row for each place", Required = true };
        var population = new Option<string?>("--population") { Description = "CSV with the columns id,population[,period], for the Poisson model" };
        var model = new Option<string>("--model") { Description = "poisson (cases against population) or permutation (places against times)", Required = true };
        var output = new Option<string>("--output") { Description = "JSON to write", Required = true };
        var share = new Option<double>("--max-share")
            { Description = "Largest share of the population (permutation: of the cases) in a circle, at most 0.5",
                DefaultValueFactory = _ => ScanRequest.MostShare };
        var duration = new Option<int?>("--max-duration") { Description = "Longest window in periods; half of them by default" };
        var radius = new Option<double?>("--max-radius") { Description = "Largest radius in metres; none by default" };
        var prospective = new Option<bool>("--prospective") { Description = "Only windows that last until the final period" };
        var spatial = new Option<bool>("--spatial") { Description = "Space alone: periods are added up" };
        var overdispersion = new Option<string>("--overdispersion")
            { Description = "none (counts vary by chance alone) or auto (as much and as long as these do, estimated; use it for counts of registered cases)",
                DefaultValueFactory = _ => "none" };
        var replicas = new Option<int>("--replicas") { Description = "Monte Carlo replicas", DefaultValueFactory = _ => 999 };
        var seed = new Option<long>("--seed") { Description = "The same seed gives the same replicas", DefaultValueFactory = _ => 1 };
        var stop = new Option<int>("--stop-after")
            { Description = "Make no more replicas once this many reach the first cluster; 0 for never", DefaultValueFactory = _ => 0 };
        var clusters = new Option<int>("--clusters") { Description = "Clusters to write at most", DefaultValueFactory = _ => 20 };
        var threads = new Option<int>("--threads") { Description = "Most threads at once", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("scan", "Finds where, and since when, cases are more than chance allows (Kulldorff's scan statistic).")
            { cases, locations, population, model, output, share, duration, radius, prospective, spatial, overdispersion, replicas, seed, stop, clusters,
                threads };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(threads) < 1)
                throw new OperatorException("--threads must be 1 or more.");
            var kind = ModelOf(parsed.GetRequiredValue(model));
            var variation = OverdispersionOf(parsed.GetValue(overdispersion)!);
            var places = PointFile.Read(parsed.GetRequiredValue(locations));
            DegreeWarning.Say(places.Points, Console.Error);
            var rows = PlaceRowFile.Read(parsed.GetRequiredValue(cases), "cases", places.Ids);
            var people = PopulationFile(kind, parsed.GetValue(population), Console.Error) is { } file ? PlaceRowFile.Read(file, "population", places.Ids)
                : null;
            var input = ScanInput.Of(places, rows, people);
            var request = ScanInput.Checked(
                () => new ScanRequest(input.Places, input.Cases, input.Periods, kind,
                    SpanOf(input.Periods, parsed.GetValue(spatial), parsed.GetValue(prospective)), input.Population)
            {
                MaxShare = parsed.GetValue(share),
                MaxDuration = parsed.GetValue(duration),
                MaxRadiusMetres = parsed.GetValue(radius),
                Overdispersion = variation,
                Replicas = parsed.GetValue(replicas),
                Seed = parsed.GetValue(seed),
                StopAfterHits = parsed.GetValue(stop),
                MostClusters = parsed.GetValue(clusters),
            });
            Run(input, places.Ids, request, parsed.GetValue(threads), parsed.GetRequiredValue(output), cancellation);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <exception cref="OperatorException">Nothing can be scanned, or the file cannot be written.</exception>
    internal static void Run(ScanInput input, IReadOnlyList<string> ids, ScanRequest request, int threads, string path, CancellationToken cancellationToken)
    {
        var report = ScanInput.Checked(() => KulldorffScan.Run(request, null, threads, cancellationToken));
        ResultFile.Write(path, writer => writer.WriteLine(JsonSerializer.Serialize(
            new
            {
                model = NameOf(request.Model),
                span = NameOf(request.Span),
                totalCases = request.TotalCases,
                places = ids.Count,
                periods = request.Periods,
                from = input.NameOf(0),
                until = input.NameOf(request.Periods),
                maxShare = request.MaxShare,
                maxDuration = request.Span == ScanSpan.Space ? (int?)null : report.MaxDuration,
                maxRadiusMetres = request.MaxRadiusMetres,
                leastCases = request.LeastCases,
                overdispersion = request.Overdispersion == Overdispersion.Auto ? "auto" : "none",
                varianceRatio = report.Dispersion?.VarianceRatio,
                autocorrelation = report.Dispersion?.Autocorrelation,
                windows = report.Windows,
                replicas = report.Replicas,
                seed = request.Seed,
                criticalValue = report.CriticalValue,
                clusters = report.Clusters.Select(cluster => ClusterOf(cluster, input, ids, request.Span)),
            },
            s_json)));
    }

    private static object ClusterOf(ScanCluster cluster, ScanInput input, IReadOnlyList<string> ids, ScanSpan span) => new
    {
        ids = cluster.Places.Select(place => ids[place]),
        from = input.NameOf(cluster.FromPeriod),
        until = input.NameOf(cluster.UntilPeriod),
        cases = cluster.Cases,
        expected = cluster.Expected,
        relativeRisk = cluster.RelativeRisk,
        logLikelihoodRatio = cluster.LogLikelihoodRatio,
        p = cluster.P,
        pGumbel = cluster.PGumbel,
        radiusMetres = cluster.RadiusMetres,
        recurrenceAnalyses = span == ScanSpan.Prospective ? cluster.RecurrenceAnalyses : (double?)null,
    };

    // The permutation model compares places with themselves at other times; a population tells it nothing.
    private static string? PopulationFile(ScanModel model, string? path, TextWriter warnings)
    {
        if (model == ScanModel.Poisson)
            return path ?? throw new OperatorException(
                "The Poisson model needs --population with the number of people at risk of each location; without one use --model permutation, which "
                    + "compares places over time.");
        if (path is not null)
            warnings.WriteLine("The permutation model takes no population; the file was not read.");
        return null;
    }

    private static ScanSpan SpanOf(int periods, bool isSpatial, bool isProspective) => (isSpatial, isProspective) switch
    {
        (true, true) => throw new OperatorException("--spatial and --prospective exclude each other; give one of them."),
        (true, false) => ScanSpan.Space,
        (false, true) => ScanSpan.Prospective,
        _ => periods > 1 ? ScanSpan.SpaceTime : ScanSpan.Space,
    };

    private static ScanModel ModelOf(string text) => text.ToUpperInvariant() switch
    {
        "POISSON" => ScanModel.Poisson,
        "PERMUTATION" => ScanModel.Permutation,
        _ => throw new OperatorException($"--model is '{text}'; it must be poisson or permutation."),
    };

    private static Overdispersion OverdispersionOf(string text) => text.ToUpperInvariant() switch
    {
        "NONE" => Overdispersion.None,
        "AUTO" => Overdispersion.Auto,
        _ => throw new OperatorException($"--overdispersion is '{text}'; it must be none or auto."),
    };

    private static string NameOf(ScanModel model) => model == ScanModel.Poisson ? "poisson" : "permutation";

    private static string NameOf(ScanSpan span) => span switch
    {
        ScanSpan.Space => "space",
        ScanSpan.SpaceTime => "space-time",
        _ => "prospective",
    };
}
