using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Features.DemoData;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Benchmarks;

/// <summary>The demo data that a first start loads unless told otherwise, and the days that come after.</summary>
internal sealed class DaysBenchmark(BenchmarkDatabase database, string folder, FigureTable table)
{
    private const double LoadBudget = 120;
    private const double FolderBudget = 3;
    private const double MemoryBudget = 3;
    private const double DayBudget = 10;
    private const int Missed = 30;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await database.AddPersonAsync(PersonRole.Admin, "IN");
        var today = DemoRequest.DayAt(TimeProvider.System.GetUtcNow());
        var (memory, whole) = await MeasureAsync(today.AddDays(-Missed - 1), cancellationToken);
        table.AddAtMost(
            Text($"demo load of {whole.Loaded / 1e6:0.00} million, the usual {DemoDataOptions.UsualSharePercent} %"), whole.Seconds, LoadBudget, "s");
        table.AddAtMost("data folder after it", FolderBytes() / 1e9, FolderBudget, "GB");
        table.AddAtMost("memory at most during it, the app and its PostgreSQL together", memory / 1e9, MemoryBudget, "GB");
        var before = await StatusAsync(cancellationToken);
        var day = await LoadAsync(today.AddDays(-Missed), cancellationToken);
        table.AddAtMost(Text($"one more day of {day.Loaded} cases"), day.Seconds, DayBudget, "s");
        var after = await StatusAsync(cancellationToken);
        var isMonthOver = after.AsOf != before.AsOf;
        table.Add(
            "complete months computed again for it", isMonthOver || after.MonthsVersion == before.MonthsVersion ? "0" : "all", isMonthOver
                ? "its own month is complete" : "0",
            isMonthOver || after.MonthsVersion == before.MonthsVersion);
        var missed = await LoadAsync(today, cancellationToken);
        table.Add(Text($"{Missed} days that were missed, {missed.Loaded} cases"), Text($"{missed.Seconds:0.0} s"), "", null);
    }

    private async Task<(double Memory, (double Seconds, long Loaded) Load)> MeasureAsync(DateOnly until, CancellationToken cancellationToken)
    {
        var peak = 0.0;
        await using var timer = new Timer(_ => peak = Math.Max(peak, Memory()), null, 0, 250);
        var load = await LoadAsync(until, cancellationToken);
        return (peak, load);
    }

    private async Task<(double Seconds, long Loaded)> LoadAsync(DateOnly until, CancellationToken cancellationToken)
    {
        var request = new DemoDataOptions().RequestOn(until)!;
        var started = Stopwatch.GetTimestamp();
        var result = await database.Services.GetRequiredService<IDemoDataLoader>().LoadAsync(request, null, cancellationToken);
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, result.Loaded);
    }

    private ValueTask<DataStatus> StatusAsync(CancellationToken cancellationToken) =>
        database.Services.GetRequiredService<IDataStatusReader>().GetAsync(cancellationToken);

    private long FolderBytes() => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    // Shared pages once; on Linux only.
    private double Memory()
    {
        if (!OperatingSystem.IsLinux() || Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault() is not { } file)
            return Environment.WorkingSet;
        var postmaster = int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
        return PssOf(Environment.ProcessId) + PssOf(postmaster) + Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == postmaster)
            .Sum(PssOf);
    }

    private static int ParentOf(int process) => (int)Kilobytes($"/proc/{process}/status", "PPid:");

    private static double PssOf(int process) => 1024.0 * Kilobytes($"/proc/{process}/smaps_rollup", "Pss:");

    // A process may end while it is looked at.
    private static long Kilobytes(string path, string name)
    {
        try
        {
            var line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0
                : long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
