using System.Globalization;

namespace CrimeInsight.Data.Embedded;

/// <summary>postmaster.pid: process id and port of a server that runs, or ran, on a cluster.</summary>
internal sealed record PostmasterFile(int ProcessId, int Port)
{
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(cluster, "postmaster.pid"));
            return lines.Length >= 4
                && int.TryParse(lines[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var id)
                && int.TryParse(lines[3], NumberStyles.Integer, CultureInfo.InvariantCulture, out var port)
                ? new PostmasterFile(id, port)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
