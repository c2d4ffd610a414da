using System.Diagnostics;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;

namespace CrimeInsight.Benchmarks.Imports;

/// <summary>Files of every format at their worst, read, judged and compared, one after another: how long it takes, and how far memory rises.</summary>
internal sealed class FormatsBenchmark(BenchmarkDatabase database, LargeFiles files, string folder, FigureTable table, int incidents)
{
    private const double WorkbookBudget = 20;
    private const double MemoryBudget = 500;
    private const int SharedChars = 600;
    private const int LongChars = 400_000;
    private const int MostColumns = 2_000;

    public async Task RunAsync(Viewer admin, CancellationToken cancellationToken)
    {
        var sheet = incidents / 6;
        await MeasureAsync("workbook.xlsx", path => Task.Run(() => files.Workbook(path, sheet, 0)), admin, isDryRun: false, WorkbookBudget, cancellationToken);
        await MeasureAsync("texts.xlsx", path => Task.Run(() => files.Workbook(path, sheet, SharedChars)), admin, isDryRun: true, null, cancellationToken);
        await MeasureAsync("cases.parquet", path => files.ParquetAsync(path, incidents), admin, isDryRun: true, null, cancellationToken);
        await MeasureAsync("lines.jsonl", path => Task.Run(() => files.JsonLines(path, incidents / 4, 0)), admin, isDryRun: true, null, cancellationToken);
        var few = incidents / 1200;
        await MeasureAsync("long lines.jsonl", path => Task.Run(() => files.JsonLines(path, few, LongChars)), admin, isDryRun: true, null, cancellationToken);
        await MeasureAsync("wide.csv", path => Task.Run(() => files.Wide(path, incidents / 60, MostColumns)), admin, isDryRun: true, null, cancellationToken);
        await MeasureAsync("cases.zip", path => Task.Run(() => files.Zip(path)), admin, isDryRun: true, null, cancellationToken);
        await MeasureAsync("cases.csv.gz", path => Task.Run(() => files.Gzip(path)), admin, isDryRun: true, null, cancellationToken);
    }

    private async Task MeasureAsync(
        string name, Func<string, Task> write, Viewer admin, bool isDryRun, double? budgetSeconds, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        await write(path);
        var megabytes = new FileInfo(path).Length / 1e6;
        ImportReport report;
        double seconds;
        using var memory = new MemoryMeter();
        await using (var file = File.OpenRead(path))
        {
            var started = Stopwatch.GetTimestamp();
            report = await database.Services.GetRequiredService<IIncidentImporter>().ImportAsync(
                new ImportRequest { FileName = name, Content = file, IsDryRun = isDryRun, Source = name, Override = "measured" }, admin, null,
                cancellationToken);
            seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        memory.Dispose();
        File.Delete(path);
        var what = FigureTable.Text($"{name} of {megabytes:0} MB, {report.Rows} rows");
        if (budgetSeconds is { } budget)
            table.AddAtMost($"import of {what}", seconds, budget, "s");
        table.Add(
            $"memory above idle: {what}",
            FigureTable.Text(
                $"{memory.Megabytes:0} MB ({memory.ManagedMegabytes:0} managed, {memory.ResidentMegabytes:0} resident; {seconds:0.0} s)"),
            FigureTable.Text($"≤ {MemoryBudget} MB"), memory.Megabytes <= MemoryBudget);
    }
}
