using System.Diagnostics;
using System.Globalization;

namespace CrimeInsight.Benchmarks;

/// <summary>Runs R beside our own code, where it is installed.</summary>
internal static class RScript
{
    /// <summary>The number a script prints; null when R, or a package the script needs, is not installed.</summary>
    public static async Task<double?> NumberAsync(string script, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo("Rscript") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add("-e");
            start.ArgumentList.Add(script);
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 && double.TryParse(said, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
