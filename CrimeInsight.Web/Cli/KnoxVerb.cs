using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Spatial.Knox;

namespace CrimeInsight.Web.Cli;

/// <summary><c>knox</c>: pairs of events near in space and time against chance, as JSON. Needs no database.</summary>
internal static class KnoxVerb
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var options = new Options();
        var command = new Command("knox", "Tests whether events follow one another near in space and time more often than chance allows (near repeats).")
            {
                options.Input, options.Distances, options.Days, options.Output, options.Same, options.Trend, options.Replicas, options.Seed,
                options.Correction, options.Alpha, options.Threads
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
        var (metres, limits) = (Limits("--distances", parsed.GetRequiredValue(options.Distances)), Limits("--days", parsed.GetRequiredValue(options.Days)));
        var (kind, isTrendKept) = (CorrectionOf(parsed.GetValue(options.Correction)!), IsTrendKept(parsed.GetValue(options.Trend)!));
        var file = PointFile.Read(parsed.GetRequiredValue(options.Input), hasIds: false, new PointColumn("t", PointColumnKind.Days));
        DegreeWarning.Say(file.Points, Console.Error);
        var request = ScanInput.Checked(() => new KnoxRequest(file.Points, file["t"], metres, limits)
        {
            SamePlaceMetres = parsed.GetValue(options.Same) ?? 0,
            IsSamePlaceInFirstBand = parsed.GetValue(options.Same) is null,
            IsTrendKept = isTrendKept,
            Replicas = parsed.GetValue(options.Replicas),
            Seed = parsed.GetValue(options.Seed),
            Correction = kind,
            Alpha = parsed.GetValue(options.Alpha),
        });
        Run(request, parsed.GetValue(options.Threads), parsed.GetRequiredValue(options.Output), cancellation);
    }

    /// <exception cref="OperatorException">There are too many pairs, or the file cannot be written.</exception>
    internal static void Run(KnoxRequest request, int threads, string path, CancellationToken cancellationToken)
    {
        var report = ScanInput.Checked(() => KnoxTest.Run(request, null, threads, cancellationToken));
        ResultFile.Write(path, writer => writer.WriteLine(JsonSerializer.Serialize(
            new
            {
                events = request.Places.Count,
                nearPairs = report.NearPairs,
                trend = report.IsTrendKept ? "place" : "none",
                replicas = request.Replicas,
                seed = request.Seed,
                samePlaceMetres = request.SamePlaceMetres,
                isSamePlaceInFirstBand = request.IsSamePlaceInFirstBand,
                correction = request.Correction == CellCorrection.Holm ? "holm" : "bh",
                alpha = request.Alpha,
                leastRatio = request.LeastRatio,
                cells = report.Cells,
                samePlaceCells = report.SamePlaceCells,
                calendar = report.Calendar,
            },
            s_json)));
    }

    /// <exception cref="OperatorException">One of them is not a number.</exception>
    internal static double[] Limits(string option, string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries).Select(item => double.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : throw new OperatorException($"{option} holds '{item}', which is not a number; write 100,200,400.")),
    ];

    private static bool IsTrendKept(string text) => text.ToUpperInvariant() switch
    {
        "PLACE" => true,
        "NONE" => false,
        _ => throw new OperatorException($"--trend is '{text}'; it must be place or none."),
    };

    private static CellCorrection CorrectionOf(string text) => text.ToUpperInvariant() switch
    {
        "BH" => CellCorrection.BenjaminiHochberg,
        "HOLM" => CellCorrection.Holm,
        _ => throw new OperatorException($"--correction is '{text}'; it must be bh or holm."),
    };

    private sealed class Options
    {
        public Option<string> Input { get; } = new("--input")
            { Description = "CSV with the columns x,y,t (metres, days) or lat,lon,t; t may also be yyyy-MM-dd or yyyy-MM-dd HH:mm", Required = true };

        public Option<string> Distances { get; } = new("--distances")
            { Description = "Upper limits of the bands of distance in metres, for example 100,200,400; a limit belongs to its band", Required = true };

        public Option<string> Days { get; } = new("--days")
            { Description = "Upper limits of the bands of days, for example 7,14,28; a limit belongs to its band", Required = true };

        public Option<string> Output { get; } = new("--output") { Description = "JSON to write", Required = true };

        public Option<double?> Same { get; } = new("--same-place")
            { Description =
                "Take pairs at most this many metres apart (0: with equal coordinates) out of the first band; samePlaceCells holds them in any case" };

        public Option<string> Trend { get; } = new("--trend")
            { Description =
                "place (what is elevated is judged with every place's own trend and season kept; the whole time must be eight times the longest band of "
                    + "days) or none", DefaultValueFactory = _ => "place" };

        public Option<int> Replicas { get; } = new("--replicas") { Description = "Permutations of the event times", DefaultValueFactory = _ => 999 };

        public Option<long> Seed { get; } = new("--seed") { Description = "The same seed gives the same permutations", DefaultValueFactory = _ => 1 };

        public Option<string> Correction { get; } = new("--correction")
            { Description = "bh (share of false cells) or holm (any false cell)", DefaultValueFactory = _ => "bh" };

        public Option<double> Alpha { get; } = new("--alpha")
            { Description = "Largest corrected p of a cell called elevated", DefaultValueFactory = _ => 0.05 };

        public Option<int> Threads { get; } = new("--threads") { Description = "Most threads at once", DefaultValueFactory = _ => Environment.ProcessorCount };
    }
}
