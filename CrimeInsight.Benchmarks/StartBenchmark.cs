using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CrimeInsight.Benchmarks;

/// <summary>The built app as a process on an empty data folder, until its sign-in page answers.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static async Task<double> RunAsync(string folder, CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var start = new ProcessStartInfo("dotnet", [typeof(Web.Server).Assembly.Location, "--urls", address])
        {
            Environment = { ["CRIMEINSIGHT_DATA"] = folder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await AnswersAsync(address, process, cancellationToken);
            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task AnswersAsync(string address, Process process, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < s_patience && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address + "/sign-in"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, cancellationToken);
        }

        throw new InvalidOperationException("The app did not start.");
    }
}
