using System.Diagnostics;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.People;

namespace CrimeInsight.Benchmarks.Imports;

/// <summary>What a large file is, and how it may be read: the suggestion, and the whole first step of the page.</summary>
internal sealed class SuggestionBenchmark(BenchmarkDatabase database, LargeFiles files, string folder, FigureTable table, int incidents)
{
    private const double Budget = 5;
    private const double BytesPerIncident = 2e9 / 1.2e6;
    private const int SharedChars = 600;

    public async Task RunAsync(Viewer admin, CancellationToken cancellationToken)
    {
        await MeasureAsync("large.csv", path => Task.Run(() => files.Repeat(path, (long)(incidents * BytesPerIncident))), admin, cancellationToken);
        await MeasureAsync("large.csv.gz", path => Task.Run(() => files.Gzip(path)), admin, cancellationToken);
        await MeasureAsync("large.jsonl", path => Task.Run(() => files.JsonLines(path, incidents, 0)), admin, cancellationToken);
        await MeasureAsync("large.xlsx", path => Task.Run(() => files.Workbook(path, incidents / 6, SharedChars)), admin, cancellationToken);
        await MeasureAsync("large.parquet", path => files.ParquetAsync(path, incidents), admin, cancellationToken);
    }

    private async Task MeasureAsync(string name, Func<string, Task> write, Viewer admin, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        await write(path);
        var what = FigureTable.Text($"{name} of {new FileInfo(path).Length / 1e6:0} MB");
        await using (var file = File.OpenRead(path))
        {
            var started = Stopwatch.GetTimestamp();
            var advice = await database.Services.GetRequiredService<IMappingAdviser>().SuggestAsync(
                file, ImportMapping.DefaultSource, admin, null, null, name, cancellationToken);
            table.AddAtMost($"suggestion for {what}", Stopwatch.GetElapsedTime(started).TotalSeconds, Budget, "s");
            FileSketcher.Read(file, null, advice, new Progress<ImportProgress>(), cancellationToken);
            table.AddAtMost($"suggestion and preview of {what}", Stopwatch.GetElapsedTime(started).TotalSeconds, Budget, "s");
        }

        File.Delete(path);
    }
}
