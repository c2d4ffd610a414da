using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Demo;
using CrimeInsight.Data.Import;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// Probable duplicates: how many pairs are found where none was planted beside how many were expected by chance, in the demo's stations and in busy
/// ones; how many of those planted are found, and how many of those found were planted; and the time beside the import.
/// </summary>
internal sealed class LikenessFigures(BenchmarkDatabase database, FigureTable table)
{
    private const double PlantedShare = 0.01, OtherStationShare = 0.15;
    private const double MostFalse = 1.0 / 1000, LeastRecall = 0.6, LeastPrecision = 0.9, MostTime = 0.6;

    public async Task AddAsync(int incidents, CancellationToken cancellationToken)
    {
        await StationWriter.EnsureAsync(database.Database.OwnerConnectionString!, Path.Combine(AppContext.BaseDirectory, "seed-data"), cancellationToken);
        await using var connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        var inputs = await DemoInputsReader.ReadAsync(connection, cancellationToken);
        var heads = (await database.Services.GetRequiredService<IReferenceDataReader>().GetAsync(cancellationToken)).Heads;
        List<Incident> cases = [.. IncidentGenerator.Generate(new DemoRequest(incidents, seed: 1), inputs)];
        Measure("demo", cases, heads);
        // All of a district in one station, every day of a month on one of three: a hundred thefts a day and more.
        Measure("busy stations", [.. cases.Select(one => one with
        {
            JurisdictionOrdinal = one.JurisdictionOrdinal / 100_000 * 100_000,
            OccurredOn = Together(one.OccurredOn),
            ReportedOn = one.ReportedOn > Together(one.OccurredOn) ? one.ReportedOn : Together(one.OccurredOn),
        })], heads);
        await TimeAsync(cases, cancellationToken);
    }

    private static DateOnly Together(DateOnly day) => new(day.Year, 1 + (day.Month - 1) / 4 * 4, day.Day > 28 ? 28 : day.Day);

    private void Measure(string name, List<Incident> cases, CrimeHeadTree heads)
    {
        var alone = new PlantedTwins(cases, heads, 0, 0, seed: 1).Find();
        var planted = new PlantedTwins(cases, heads, PlantedShare, OtherStationShare, seed: 2);
        var twins = planted.Twins.Select(pair => ((long)pair.First, (long)pair.Second)).ToHashSet();
        var found = planted.Find();
        for (var i = 0; i < LikenessResult.Scores.Length; i++)
        {
            var score = LikenessResult.Scores[i];
            var astray = alone.Pairs.Count(pair => pair.Score >= score);
            var right = found.Pairs.Where(pair => pair.Score >= score).ToList();
            var hits = right.Count(pair => twins.Contains((pair.FirstId, pair.SecondId)));
            var far = right.Count(pair => pair.Agreement[LikenessField.Station] == 2 && twins.Contains((pair.FirstId, pair.SecondId)));
            var (precision, recall) = ((double)hits / Math.Max(right.Count, 1), (double)hits / twins.Count);
            table.Add($"{name}: pairs of {Count(cases.Count)} cases at {score} where none was planted",
                Text($"{astray} (expected by chance {alone.ByChance[i]:0}; {alone.Compared} compared)"), Text($"≤ {MostFalse:0.000} of the cases"),
                astray <= MostFalse * cases.Count);
            table.Add($"{name}: {twins.Count} planted, found at {score}",
                Text($"recall {recall:0.000} ({far} in two stations), precision {precision:0.000}"), i == 0 ? Text($"≥ {LeastRecall}, ≥ {LeastPrecision}") : "",
                i == 0 ? recall >= LeastRecall && precision >= LeastPrecision : null);
        }
    }

    private async Task TimeAsync(List<Incident> cases, CancellationToken cancellationToken)
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        var batch = Guid.CreateVersion7();
        var started = Stopwatch.GetTimestamp();
        await database.Services.GetRequiredService<IncidentBatchLoader>().LoadAsync(
            cases, new BatchInfo(batch, BatchKind.Import, "cases.csv"), admin, null, cancellationToken);
        var load = Stopwatch.GetElapsedTime(started).TotalSeconds;
        started = Stopwatch.GetTimestamp();
        var summary = await database.Services.GetRequiredService<ILikelyPairs>().SearchAsync(batch, admin, cancellationToken);
        var search = Stopwatch.GetElapsedTime(started).TotalSeconds;
        table.Add($"probable duplicates of {Count(cases.Count)} sought after their load",
            Text($"{search:0.0} s beside {load:0.0} s ({summary.Open} pairs)"), Text($"≤ {MostTime} ×"), search <= MostTime * load);
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
