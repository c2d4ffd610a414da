using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;
using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Cli;

/// <summary><c>spatial</c>: local statistics of places with their tests, as CSV, and the global ones in one line of JSON. Needs no database.</summary>
internal static class SpatialVerb
{
    private const int GlobalPermutations = 999;
    private const int MostNamed = 10;

    /// <summary>What is compared: values, or cases among people.</summary>
    internal static readonly PointColumn[][] s_columns = [
        [new PointColumn(SpatialInput.Value)], [new PointColumn(SpatialInput.Cases), new PointColumn(SpatialInput.Population)]];

    public static Command Create()
    {
        var options = new Options();
        var command = new Command("spatial", "Finds places whose neighbourhood is higher or lower than chance allows.")
            {
                options.Input, options.Weights, options.Method, options.Output, options.Star, options.Style, options.Permutations, options.Seed,
                options.Level, options.Fdr, options.Variance, options.Scale, options.Threads
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
        var request = ScanInput.Checked(() => new LocalRequest(
            MethodOf(parsed.GetRequiredValue(options.Method), parsed.GetValue(options.Star)),
            parsed.GetValue(options.Permutations),
            parsed.GetValue(options.Seed),
            parsed.GetValue(options.Level),
            Choice("--fdr", parsed.GetValue(options.Fdr)!, ("sim", DiscoveryBasis.Permutations), ("normal", DiscoveryBasis.Normal)),
            Choice("--variance", parsed.GetValue(options.Variance)!, ("conditional", LocalVariance.Conditional), ("total", LocalVariance.Total)),
            Choice("--scale", parsed.GetValue(options.Scale)!, ("given", ValueScale.AsGiven), ("log", ValueScale.Logarithm))));
        var isRow = Choice("--style", parsed.GetValue(options.Style)!, ("row", true), ("given", false));
        if (parsed.GetValue(options.Threads) < 1)
            throw new OperatorException("--threads must be 1 or more.");
        var file = PointFile.ReadEither(parsed.GetRequiredValue(options.Input), s_columns);
        DegreeWarning.Say(file.Points, Console.Error);
        SpatialInput.Check(file, request);
        var linked = Weights(parsed.GetRequiredValue(options.Weights), file);
        Run(file, isRow ? linked.RowStandardised()
            : linked, request, parsed.GetValue(options.Threads), parsed.GetRequiredValue(options.Output), Console.Out, Console.Error, cancellation);
    }

    /// <exception cref="OperatorException">The text is neither known nor a readable file, or does not fit the places.</exception>
    internal static SpatialWeights Weights(string text, PointFile file)
    {
        if (After(text, "knn:") is { } count)
        {
            return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var neighbours)
                ? ScanInput.Checked(() => SpatialWeights.NearestNeighbours(file.Points, neighbours))
                : throw new OperatorException($"--weights {text}: '{count}' is not a whole number; write knn:8.");
        }

        if (After(text, "distance:") is { } distance)
        {
            return double.TryParse(distance, NumberStyles.Float, CultureInfo.InvariantCulture, out var metres)
                ? ScanInput.Checked(() => SpatialWeights.DistanceBand(file.Points, metres))
                : throw new OperatorException($"--weights {text}: '{distance}' is not a number of metres; write distance:2000.");
        }

        return LinkFile.Read(text, file.Ids);
    }

    /// <exception cref="OperatorException">There is nothing to compute, or the file cannot be written.</exception>
    internal static void Run(
        PointFile file, SpatialWeights weights, LocalRequest request, int threads, string path, TextWriter summary, TextWriter warnings,
        CancellationToken cancellationToken)
    {
        var isRates = file.Has(SpatialInput.Cases);
        var outcome = ScanInput.Checked(() => isRates
            ? LocalRates.Run(file[SpatialInput.Cases], file[SpatialInput.Population], weights, request, threads, cancellationToken)
            : LocalStatistics.Run(file[SpatialInput.Value], weights, request, threads, cancellationToken));
        if (outcome is not LocalReport report)
            throw new OperatorException(Reason(((LocalImpossible)outcome).Obstacle, isRates));
        // Residuals of unequal places are not exchangeable, so the permutations of the global tests would be wrong.
        var whole = isRates ? null
            : GlobalStatistics.Run(Scaled(file[SpatialInput.Value], request.Scale), weights, Math.Min(GlobalPermutations, report.Permutations), request.Seed,
                threads, cancellationToken);
        ResultFile.Write(path, writer => WriteRows(writer, file.Ids, report));
        SayUntested(file.Ids, report, warnings);
        summary.WriteLine(Summary(report, whole as GlobalReport));
    }

    private static void SayUntested(IReadOnlyList<string> ids, LocalReport report, TextWriter warnings)
    {
        foreach (var (kind, why) in new[] { (LocalClass.NoNeighbours, "without neighbours"), (LocalClass.NobodyAtRisk, "where nobody is at risk") })
        {
            string[] untested = [.. report.Islands.Where(place => report.Classes[place] == kind).Select(place => ids[place])];
            if (untested.Length > 0)
                warnings.WriteLine(
                    $"Not tested, {why}: {string.Join(", ", untested.Take(MostNamed))}{(untested.Length > MostNamed ? $" and {untested.Length - MostNamed} more" : "")}.");
        }
    }

    private static double[] Scaled(double[] values, ValueScale scale) =>
        scale == ValueScale.Logarithm ? Array.ConvertAll(values, value => Math.Log(1 + value)) : values;

    private static void WriteRows(TextWriter writer, IReadOnlyList<string> ids, LocalReport report)
    {
        writer.WriteLine("id,statistic,z,p,p_sim,p_fdr,class");
        for (var place = 0; place < ids.Count; place++)
        {
            var simulated = report.PSimulated.IsEmpty ? "" : Number(report.PSimulated[place]);
            writer.WriteLine(report.Classes[place] is LocalClass.NoNeighbours or LocalClass.NobodyAtRisk
                ? $"{CsvDocument.Cell(ids[place])},,,,,,{Name(report.Classes[place])}"
                : $"{CsvDocument.Cell(ids[place])},{Number(report.Statistic[place])},{Number(report.Z[place])},{Number(report.P[place])},"
                    + $"{simulated},{Number(report.PCorrected[place])},{Name(report.Classes[place])}");
        }
    }

    private static string Summary(LocalReport report, GlobalReport? whole) => JsonSerializer.Serialize(new
    {
        places = report.Classes.Length,
        islands = report.Islands.Length,
        weights = report.WeightsSource,
        permutations = report.Permutations,
        seed = report.Request.Seed,
        level = report.Request.Level,
        method = report.Request.Method switch
        {
            LocalMethod.GetisOrdStar => "gi*",
            LocalMethod.GetisOrd => "gi",
            _ => "moran",
        },
        fdr = report.Request.Basis == DiscoveryBasis.Permutations ? "sim" : "normal",
        scale = report.Request.Scale == ValueScale.Logarithm ? "log" : "given",
        dispersion = report.Rates?.Dispersion,
        significantBefore = report.SignificantBefore,
        significantAfter = report.SignificantAfter,
        moran = Summary(whole?.Moran),
        geary = Summary(whole?.Geary),
        getisOrd = Summary(whole?.GetisOrd),
    });

    private static object? Summary(GlobalTest? test) =>
        test is null ? null : new { value = test.Value, expectation = test.Expectation, z = test.Z, p = test.PClustered, pSim = test.PSimulated };

    private static LocalMethod MethodOf(string text, bool star) =>
        Choice("--method", text, ("gi", star ? LocalMethod.GetisOrdStar : LocalMethod.GetisOrd), ("moran", LocalMethod.Moran));

    private static T Choice<T>(string option, string text, params ImmutableArray<(string Name, T Value)> known)
    {
        foreach (var (name, value) in known)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        throw new OperatorException($"{option} is '{text}'; it must be {string.Join(" or ", known.Select(item => item.Name))}.");
    }

    private static string? After(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? text[start.Length..] : null;

    private static string Reason(LocalObstacle obstacle, bool isRates) => obstacle switch
    {
        LocalObstacle.TooFewPlaces => SpatialInput.TooFewPlaces,
        LocalObstacle.NoVariation =>
            isRates ? "There are no cases, or every place has as many as its population lets expect; nothing can stand out."
                : "All values are the same, but for rounding; nothing can stand out.",
        LocalObstacle.NoNeighbours => "No place has a neighbour; use a longer distance or knn:8.",
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, "Not a known obstacle."),
    };

    private static string Name(LocalClass value) => value switch
    {
        LocalClass.NotSignificant => "not-significant",
        LocalClass.NoNeighbours => "no-neighbours",
        LocalClass.NobodyAtRisk => "nobody-at-risk",
        LocalClass.Hot => "hot",
        LocalClass.Cold => "cold",
        LocalClass.HighHigh => "high-high",
        LocalClass.LowLow => "low-low",
        LocalClass.HighLow => "high-low",
        LocalClass.LowHigh => "low-high",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a known class."),
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed class Options
    {
        public Option<string> Input { get; } = new("--input")
            { Description = "CSV with the columns id,x,y,value (metres) or id,lat,lon,value (degrees); for rates cases,population instead of value",
                Required = true };

        public Option<string> Weights { get; } = new("--weights")
            { Description = "knn:K, distance:METRES, or a CSV with the columns id,neighbour,weight", Required = true };

        public Option<string> Method { get; } = new("--method") { Description = "gi (Getis-Ord Gi*) or moran (local Moran's I)", Required = true };

        public Option<string> Output { get; } = new("--output") { Description = "CSV to write: id,statistic,z,p,p_sim,p_fdr,class", Required = true };

        public Option<bool> Star { get; } = new("--star")
            { Description = "For gi: count the place itself among its neighbours (Gi*); false gives Gi", DefaultValueFactory = _ => true };

        public Option<string> Style { get; } = new("--style")
            { Description = "row (weights of a place sum to 1) or given (as they are); changes the size of Moran's I only", DefaultValueFactory = _ => "row" };

        public Option<int?> Permutations { get; } = new("--permutations")
            { Description =
                "Conditional permutations, of rates replicas; 0 for none; by default as many as the correction for the number of places needs, at least 999; "
                    + "of rates 999" };

        public Option<int> Seed { get; } = new("--seed") { Description = "The same seed gives the same permutations", DefaultValueFactory = _ => 1 };

        public Option<double> Level { get; } = new("--level")
            { Description = "Expected share of false ones among the places called significant", DefaultValueFactory = _ => 0.05 };

        public Option<string> Fdr { get; } = new("--fdr")
            { Description = "sim (p_fdr corrects p_sim) or normal (p_fdr corrects p)", DefaultValueFactory = _ => "sim" };

        public Option<string> Variance { get; } = new("--variance")
            { Description = "For moran of values: conditional or total", DefaultValueFactory = _ => "conditional" };

        public Option<string> Scale { get; } = new("--scale")
            { Description = "given, or log: compare ln(1 + value), for counts of small cells", DefaultValueFactory = _ => "given" };

        public Option<int> Threads { get; } = new("--threads") { Description = "Most threads at once", DefaultValueFactory = _ => Environment.ProcessorCount };
    }
}
