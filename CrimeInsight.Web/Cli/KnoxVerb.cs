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
        var input = new Option<string>("--input")
            { Description = "CSV with the columns x,y,t (metres, days) or lat,lon,t; t may also be yyyy-MM-dd or yyyy-MM-dd HH:mm", Required = true };
        var distances = new Option<string>("--distances")
            { Description = "Upper limits of the bands of distance in metres, for example 100,200,400; a limit belongs to its band", Required = true };
        var days = new Option<string>("--days")
            { Description = "Upper limits of the bands of days, for example 7,14,28; a limit belongs to its band", Required = true };
        var output = new Option<string>("--output") { Description = "JSON to write", Required = true };
        var same = new Option<double?>("--same-place")
            { Description =
                "Take pairs at most this many metres apart (0: with equal coordinates) out of the first band; samePlaceCells holds them in any case" };
        var trend = new Option<string>("--trend")
            { Description =
                "place (what is elevated is judged with every place's own trend and season kept; the whole time must be eight times the longest band of "
                    + "days) or none", DefaultValueFactory = _ => "place" };
        var replicas = new Option<int>("--replicas") { Description = "Permutations of the event times", DefaultValueFactory = _ => 999 };
        var seed = new Option<long>("--seed") { Description = "The same seed gives the same permutations", DefaultValueFactory = _ => 1 };
        var correction = new Option<string>("--correction")
            { Description = "bh (share of false cells) or holm (any false cell)", DefaultValueFactory = _ => "bh" };
        var alpha = new Option<double>("--alpha") { Description = "Largest corrected p of a cell called elevated", DefaultValueFactory = _ => 0.05 };
        var threads = new Option<int>("--threads") { Description = "Most threads at once", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("knox", "Tests whether events follow one another near in space and time more often than chance allows (near repeats).")
            { input, distances, days, output, same, trend, replicas, seed, correction, alpha, threads };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(threads) < 1)
                throw new OperatorException("--threads must be 1 or more.");
            var (metres, limits) = (Limits("--distances", parsed.GetRequiredValue(distances)), Limits("--days", parsed.GetRequiredValue(days)));
            var (kind, isTrendKept) = (CorrectionOf(parsed.GetValue(correction)!), IsTrendKept(parsed.GetValue(trend)!));
            var file = PointFile.Read(parsed.GetRequiredValue(input), hasIds: false, new PointColumn("t", PointColumnKind.Days));
            DegreeWarning.Say(file.Points, Console.Error);
            var request = ScanInput.Checked(() => new KnoxRequest(file.Points, file["t"], metres, limits)
            {
                SamePlaceMetres = parsed.GetValue(same) ?? 0,
                IsSamePlaceInFirstBand = parsed.GetValue(same) is null,
                IsTrendKept = isTrendKept,
                Replicas = parsed.GetValue(replicas),
                Seed = parsed.GetValue(seed),
                Correction = kind,
                Alpha = parsed.GetValue(alpha),
            });
            Run(request, parsed.GetValue(threads), parsed.GetRequiredValue(output), cancellation);
            return Task.FromResult(0);
        });
        return command;
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
}
