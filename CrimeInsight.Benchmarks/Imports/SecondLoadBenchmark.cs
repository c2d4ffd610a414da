using System.Diagnostics;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Demo;
using Dapper;

namespace CrimeInsight.Benchmarks.Imports;

/// <summary>
/// A batch with sections into years that hold another batch of another size, and taken back again: what is stored must then be what was before.
/// </summary>
internal sealed class SecondLoadBenchmark(BenchmarkDatabase database, string folder, int incidents)
{
    private static readonly string[] s_tables =
    [
        "incident", "incident_section", "rollup_month", "rollup_month_registered", "rollup_victim", "rollup_victim_registered", "rollup_hour", "rollup_cell",
    ];

    /// <param name="IsExact">Row by row, after the batch was taken back.</param>
    public sealed record Result(double ImportSeconds, double RollbackSeconds, long Accepted, bool IsExact);

    public async Task<Result> RunAsync(CancellationToken cancellationToken)
    {
        await StationWriter.EnsureAsync(database.Database.OwnerConnectionString!, Path.Combine(AppContext.BaseDirectory, "seed-data"), cancellationToken);
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await ImportAsync(incidents / 3, seed: 2, admin, cancellationToken);
        var before = await ContentAsync(cancellationToken);
        var (seconds, report) = await ImportAsync(incidents, seed: 3, admin, cancellationToken);
        var rollback = await database.Services.GetRequiredService<IBatchStore>().RollBackAsync(report.BatchId, admin, null, cancellationToken);
        return new Result(seconds, rollback.Seconds, report.Accepted, before.SequenceEqual(await ContentAsync(cancellationToken)));
    }

    private async Task<(double Seconds, ImportReport Report)> ImportAsync(int rows, int seed, Viewer admin, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"second load {seed}.csv");
        await CanonicalFile.WriteAsync(path, database, rows, cancellationToken, seed, hasSections: true);
        await using var file = File.OpenRead(path);
        var started = Stopwatch.GetTimestamp();
        var report = await database.Services.GetRequiredService<IIncidentImporter>().ImportAsync(
            new ImportRequest { FileName = $"{seed}.csv", Content = file, Source = $"source {seed}" }, admin, null, cancellationToken);
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, report);
    }

    // Sums of hashes of rows do not depend on their order.
    private async Task<IReadOnlyList<(long Rows, decimal Sum)>> ContentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        var contents = new List<(long Rows, decimal Sum)>();
        foreach (var table in s_tables)
            contents.Add(await connection.QuerySingleAsync<(long Rows, decimal Sum)>(new CommandDefinition(
                $"SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM crime.{table} t", commandTimeout: 600,
                cancellationToken: cancellationToken)));
        return contents;
    }
}
