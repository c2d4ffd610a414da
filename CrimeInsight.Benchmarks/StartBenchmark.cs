using System.Diagnostics;

namespace CrimeInsight.Benchmarks;

/// <summary>The built app as a process on an empty data folder, until its sign-in page answers.</summary>
internal static class StartBenchmark
{
    public static async Task<double> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var site = await ServedSite.StartAsync(folder, cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
