using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.People;

namespace CrimeInsight.Benchmarks.Faults;

/// <summary>Damaged files through understanding, preview and check, as the data room does it: each is refused with its reason, or its counts add up.</summary>
internal sealed class DamageBenchmark(BenchmarkDatabase database, FigureTable table)
{
    private const double Mega = 1 << 20;
    private const double MostSeconds = 10;
    private const double MostMegabytes = 500;

    public async Task RunAsync(int files, int seed, CancellationToken cancellationToken)
    {
        var viewer = await database.AddPersonAsync(PersonRole.Admin, "IN");
        var damaged = new DamagedFiles(seed, await FaultRows.FormatsAsync());
        var refusals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var faults = new List<string>();
        var counted = 0;
        double slowest = 0, largest = 0;
        for (var i = 0; i < files; i++)
        {
            var (name, bytes) = damaged.Next();
            var before = GC.GetTotalMemory(forceFullCollection: i % 50 == 0);
            var started = Stopwatch.GetTimestamp();
            var (fault, refusal) = await TryAsync(viewer, bytes, cancellationToken);
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(started).TotalSeconds);
            largest = Math.Max(largest, (GC.GetTotalMemory(forceFullCollection: false) - before) / Mega);
            if (fault is not null)
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{i} {name}: {fault}"));
            else if (refusal is { } reason)
                refusals[reason] = refusals.GetValueOrDefault(reason) + 1;
            else
                counted++;
        }

        foreach (var fault in faults.Take(20))
            table.Note(fault);
        table.Note("    refused: " + string.Join(", ", refusals.Select(pair => $"{pair.Key} {pair.Value}")));
        table.Add($"damaged files of {files} that end in neither a refusal nor counts that add up", Text($"{faults.Count} ({counted} counted)"), "0",
            faults.Count == 0);
        table.AddAtMost("the slowest of them", slowest, MostSeconds, "s");
        table.AddAtMost("memory above that before, at most", largest, MostMegabytes, "MB");
    }

    private async Task<(string? Fault, string? Refusal)> TryAsync(Viewer viewer, byte[] bytes, CancellationToken cancellationToken)
    {
        using var hang = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        hang.CancelAfter(TimeSpan.FromSeconds(2 * MostSeconds));
        string? refusal = null;
        try
        {
            var work = Task.Run(() => ReadAsync(viewer, bytes, hang.Token), cancellationToken);
            if (await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(3 * MostSeconds), cancellationToken)) != work)
                return ("hangs", null);
            var report = await work;
            var sum = report.Accepted + report.Updated + report.Duplicates + report.Conflicts + report.Rejected;
            return (report.Rows == sum ? null : Text($"{report.Rows} rows, {sum} counted"), null);
        }
        catch (ImportRefusedException refused)
        {
            refusal = refused.Problem.ToString();
        }
        catch (Exception failure)
        {
            return (failure.ToString(), null);
        }

        return (null, refusal);
    }

    private async Task<ImportReport> ReadAsync(Viewer viewer, byte[] bytes, CancellationToken cancellationToken)
    {
        var adviser = database.Services.GetRequiredService<IMappingAdviser>();
        var importer = database.Services.GetRequiredService<IIncidentImporter>();
        using var content = new MemoryStream(bytes);
        try
        {
            var advice = await adviser.SuggestAsync(content, "records", viewer, null, null, null, cancellationToken);
            _ = FileSketcher.Read(content, null, advice, new StepMeter(), cancellationToken);
        }
        catch (ImportRefusedException)
        {
            // The check must refuse it by itself, too, or count it.
        }

        content.Position = 0;
        var request = new ImportRequest { FileName = "damaged", Content = content, IsDryRun = true, Rejects = TextWriter.Null };
        return await importer.ImportAsync(request, viewer, null, cancellationToken);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
