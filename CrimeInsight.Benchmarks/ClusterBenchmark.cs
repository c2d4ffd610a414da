using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;

namespace CrimeInsight.Benchmarks;

/// <summary>How fast clusters are found, and beside R and scikit-learn where they are installed.</summary>
internal static class ClusterBenchmark
{
    private const double BytesPerMegabyte = 1e6;

    /// <param name="FirstSeconds">The first run of the process, code compiled on the way.</param>
    /// <param name="Seconds">Least of the later runs.</param>
    /// <param name="ProcessorSeconds">Least processor time of the later runs.</param>
    /// <param name="AllocatedMegabytes">All managed memory a run allocates, which bounds what it holds.</param>
    internal sealed record Speed(double FirstSeconds, double Seconds, double ProcessorSeconds, double AllocatedMegabytes);

    /// <param name="Seconds">Of its clustering alone.</param>
    /// <param name="Clusters">It found.</param>
    /// <param name="Noise">Points it left out.</param>
    internal sealed record Rival(double Seconds, int Clusters, int Noise);

    public static (Speed Speed, T Report) Time<T>(int rounds, Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var (first, least, leastProcessor, allocated) = (0.0, double.PositiveInfinity, double.PositiveInfinity, 0.0);
        var report = default(T)!;
        for (var round = 0; round <= rounds; round++)
        {
            GC.Collect();
            process.Refresh();
            var (processor, before, watch) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
            report = work();
            var seconds = watch.Elapsed.TotalSeconds;
            allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / BytesPerMegabyte;
            process.Refresh();
            if (round == 0)
                first = seconds;
            else
                (least, leastProcessor) = (Math.Min(least, seconds), Math.Min(leastProcessor, (process.TotalProcessorTime - processor).TotalSeconds));
        }

        return (new Speed(first, least, leastProcessor, allocated), report);
    }

    /// <summary>The same by R's package dbscan; null when it is not installed.</summary>
    public static Task<Rival?> InRAsync(MetrePoints points, DbscanRequest request, string folder, CancellationToken cancellationToken) => RivalAsync(
        "Rscript",
        file => string.Create(CultureInfo.InvariantCulture,
            $"suppressMessages(library(dbscan)); x <- as.matrix(read.csv('{file}')); t <- proc.time()[[3]]; r <- dbscan(x, {request.EpsMetres}, {request.MinPoints}); cat(proc.time()[[3]] - t, max(r$cluster), sum(r$cluster == 0))"),
        "-e",
        points,
        folder,
        cancellationToken);

    /// <summary>The same by scikit-learn's best tree; null when it is not installed.</summary>
    public static Task<Rival?> InScikitLearnAsync(MetrePoints points, DbscanRequest request, string folder, CancellationToken cancellationToken) => RivalAsync(
        "python3",
        file => string.Create(CultureInfo.InvariantCulture,
            $"import time, numpy as np; from sklearn.cluster import DBSCAN; x = np.loadtxt('{file}', delimiter=',', skiprows=1); t = time.time(); l = DBSCAN(eps={request.EpsMetres}, min_samples={request.MinPoints}, algorithm='kd_tree', n_jobs=1).fit(x).labels_; print(time.time() - t, l.max() + 1, (l < 0).sum())"),
        "-c",
        points,
        folder,
        cancellationToken);

    /// <summary>Seconds, sum of squares and steps of scikit-learn's k-means from one start; null when it is not installed.</summary>
    public static Task<double[]?> PartitionInScikitLearnAsync(MetrePoints points, int clusters, int seed, string folder, CancellationToken cancellationToken) =>
        NumbersAsync(
        "python3",
        file => string.Create(CultureInfo.InvariantCulture,
            $"import time, numpy as np; from sklearn.cluster import KMeans; x = np.loadtxt('{file}', delimiter=',', skiprows=1); t = time.time(); k = KMeans(n_clusters={clusters}, n_init=1, random_state={seed}).fit(x); print(time.time() - t, k.inertia_, k.n_iter_)"),
        "-c",
        points,
        folder,
        cancellationToken);

    private static async Task<Rival?> RivalAsync(
        string program, Func<string, string> script, string option, MetrePoints points, string folder, CancellationToken cancellationToken) =>
        await NumbersAsync(program, script, option, points, folder, cancellationToken) is [var seconds, var clusters, var noise]
            ? new Rival(seconds, (int)clusters, (int)noise) : null;

    private static async Task<double[]?> NumbersAsync(
        string program, Func<string, string> script, string option, MetrePoints points, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "points.csv");
        if (!File.Exists(file))
        {
            await using var writer = new StreamWriter(file);
            writer.WriteLine("x,y");
            for (var i = 0; i < points.Count; i++)
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{points.X[i]:R},{points.Y[i]:R}"));
        }

        try
        {
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(option);
            start.ArgumentList.Add(script(file));
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var said = (await process.StandardOutput.ReadToEndAsync(cancellationToken))
                .Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 && said.Length == 3
                ? Array.ConvertAll(said, number => double.Parse(number, CultureInfo.InvariantCulture))
                : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
