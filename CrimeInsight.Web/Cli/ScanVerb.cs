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
        var options = new Options();
        var command = new Command("scan", "Finds where, and since when, cases are more than chance allows (Kulldorff's scan statistic).")
            {
                options.Cases, options.Locations, options.Population, options.Model, options.Output, options.Share, options.Duration, options.Radius,
                options.Prospective, options.Spatial, options.Overdispersion, options.Replicas, options.Seed, options.Stop, options.Clusters,
                options.Threads
            };
        command.SetAction((parsed, cancellation) =>
        {
            Run(options, parsed, cancellation);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(Options options, ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(options.Threads) < 1)
            throw new OperatorException("--threads must be 1 or more.");
        var kind = ModelOf(parsed.GetRequiredValue(options.Model));
        var variation = OverdispersionOf(parsed.GetValue(options.Overdispersion)!);
        var places = PointFile.Read(parsed.GetRequiredValue(options.Locations));
        DegreeWarning.Say(places.Points, Console.Error);
        var rows = PlaceRowFile.Read(parsed.GetRequiredValue(options.Cases), "cases", places.Ids);
        var people = PopulationFile(kind, parsed.GetValue(options.Population), Console.Error) is { } file ? PlaceRowFile.Read(file, "population", places.Ids)
            : null;
        var input = ScanInput.Of(places, rows, people);
        var request = ScanInput.Checked(
            () => new ScanRequest(input.Places, input.Cases, input.Periods, kind,
                SpanOf(input.Periods, parsed.GetValue(options.Spatial), parsed.GetValue(options.Prospective)), input.Population)
        {
            MaxShare = parsed.GetValue(options.Share),
            MaxDuration = parsed.GetValue(options.Duration),
            MaxRadiusMetres = parsed.GetValue(options.Radius),
            Overdispersion = variation,
            Replicas = parsed.GetValue(options.Replicas),
            Seed = parsed.GetValue(options.Seed),
            StopAfterHits = parsed.GetValue(options.Stop),
            MostClusters = parsed.GetValue(options.Clusters),
        });
        Run(input, places.Ids, request, parsed.GetValue(options.Threads), parsed.GetRequiredValue(options.Output), cancellation);
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

    private sealed class Options
    {
        public Option<string> Cases { get; } = new("--cases")
            { Description = "CSV with the columns id,cases[,period]; period is yyyy-MM or yyyy-MM-dd; rows of one id and period add up", Required = true };

        public Option<string> Locations { get; } = new("--locations")
            { Description = "CSV with the columns id,x,y (metres) or id,lat,lon (degrees), one row for each place", Required = true };

        public Option<string?> Population { get; } = new("--population") { Description = "CSV with the columns id,population[,period], for the Poisson model" };

        public Option<string> Model { get; } = new("--model")
            { Description = "poisson (cases against population) or permutation (places against times)", Required = true };

        public Option<string> Output { get; } = new("--output") { Description = "JSON to write", Required = true };

        public Option<double> Share { get; } = new("--max-share")
            { Description = "Largest share of the population (permutation: of the cases) in a circle, at most 0.5",
                DefaultValueFactory = _ => ScanRequest.MostShare };

        public Option<int?> Duration { get; } = new("--max-duration") { Description = "Longest window in periods; half of them by default" };

        public Option<double?> Radius { get; } = new("--max-radius") { Description = "Largest radius in metres; none by default" };

        public Option<bool> Prospective { get; } = new("--prospective") { Description = "Only windows that last until the final period" };

        public Option<bool> Spatial { get; } = new("--spatial") { Description = "Space alone: periods are added up" };

        public Option<string> Overdispersion { get; } = new("--overdispersion")
            { Description = "none (counts vary by chance alone) or auto (as much and as long as these do, estimated; use it for counts of registered cases)",
                DefaultValueFactory = _ => "none" };

        public Option<int> Replicas { get; } = new("--replicas") { Description = "Monte Carlo replicas", DefaultValueFactory = _ => 999 };

        public Option<long> Seed { get; } = new("--seed") { Description = "The same seed gives the same replicas", DefaultValueFactory = _ => 1 };

        public Option<int> Stop { get; } = new("--stop-after")
            { Description = "Make no more replicas once this many reach the first cluster; 0 for never", DefaultValueFactory = _ => 0 };

        public Option<int> Clusters { get; } = new("--clusters") { Description = "Clusters to write at most", DefaultValueFactory = _ => 20 };

        public Option<int> Threads { get; } = new("--threads") { Description = "Most threads at once", DefaultValueFactory = _ => Environment.ProcessorCount };
    }
}
