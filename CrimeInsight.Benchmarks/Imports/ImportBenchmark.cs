using System.Diagnostics;
using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Demo;
using Dapper;
using Npgsql;

namespace CrimeInsight.Benchmarks.Imports;

/// <summary>An import of a file, validated and rolled up, beside a plain COPY of the same file into a table without indexes.</summary>
internal sealed class ImportBenchmark(BenchmarkDatabase database, string folder)
{
    private const int WarmUpRows = 20_000;

    /// <param name="ReadingSeconds">Until the last row was sent.</param>
    /// <param name="CopySeconds">Mean of a COPY before the import and one after it.</param>
    /// <param name="RollbackSeconds">Of taking the whole batch back.</param>
    /// <param name="PeakMegabytes">Of memory above what the process holds at rest.</param>
    public sealed record Result(
        double ImportSeconds, double ReadingSeconds, double CopySeconds, double RollbackSeconds, long Accepted, double PeakMegabytes)
    {
        public double Ratio => ImportSeconds / CopySeconds;
    }

    public async Task<Result> RunAsync(int incidents, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "incidents.csv");
        await StationWriter.EnsureAsync(database.Database.OwnerConnectionString!, Path.Combine(AppContext.BaseDirectory, "seed-data"), cancellationToken);
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await CanonicalFile.WriteAsync(path, database, incidents, cancellationToken);
        // Neither is measured cold: the first COPY opens the table's files, the first rows compile what reads them.
        await CopyAsync(path, cancellationToken);
        await WarmUpAsync(path, admin, cancellationToken);
        var before = await CopyAsync(path, cancellationToken);
        var (seconds, reading, report, peak) = await ImportAsync(path, admin, cancellationToken);
        var after = await CopyAsync(path, cancellationToken);
        var rollback = await database.Services.GetRequiredService<IBatchStore>().RollBackAsync(report.BatchId, admin, null, cancellationToken);
        return new Result(seconds, reading, (before + after) / 2, rollback.Seconds, report.Accepted, peak);
    }

    private async Task WarmUpAsync(string path, Viewer admin, CancellationToken cancellationToken)
    {
        var lines = string.Join('\n', File.ReadLines(path).Take(WarmUpRows + 1));
        await database.Services.GetRequiredService<IIncidentImporter>().ImportAsync(
            new ImportRequest { FileName = "first rows.csv", Content = new MemoryStream(Encoding.UTF8.GetBytes(lines)), IsDryRun = true }, admin, null,
            cancellationToken);
    }

    private async Task<(double Seconds, double Reading, ImportReport Report, double PeakMegabytes)> ImportAsync(
        string path, Viewer admin, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        using var memory = new MemoryMeter();
        var started = Stopwatch.GetTimestamp();
        var meter = new StageMeter(started);
        var report = await database.Services.GetRequiredService<IIncidentImporter>().ImportAsync(
            new ImportRequest { FileName = "incidents.csv", Content = file }, admin, meter, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        memory.Dispose();
        return (seconds, meter.ReadingSeconds, report, memory.Megabytes);
    }

    // With the log on, into a table that was there before: what a person would do by hand.
    private async Task<double> CopyAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(
            $"CREATE SCHEMA IF NOT EXISTS benchmark; DROP TABLE IF EXISTS benchmark.raw; CREATE TABLE benchmark.raw ({CanonicalFile.TableColumns})");
        var started = Stopwatch.GetTimestamp();
        using (var file = new StreamReader(path))
        await using (var copy = await connection.BeginTextImportAsync("COPY benchmark.raw FROM STDIN (FORMAT CSV, HEADER)", cancellationToken))
        {
            var block = new char[1 << 18];
            for (int read; (read = await file.ReadBlockAsync(block, cancellationToken)) > 0;)
                await copy.WriteAsync(block.AsMemory(0, read), cancellationToken);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private sealed class StageMeter(long started) : IProgress<ImportProgress>
    {
        public double ReadingSeconds { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Stage == ImportStage.Reading)
                ReadingSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
    }
}
