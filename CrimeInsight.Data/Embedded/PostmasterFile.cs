using System.Diagnostics;
using System.Globalization;

namespace CrimeInsight.Data.Embedded;

/// <summary>postmaster.pid: process id and port of a server that runs, or ran, on a cluster.</summary>
internal sealed record PostmasterFile(int ProcessId, int Port)
{
    private const string Name = "postmaster.pid";

    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(cluster, Name));
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

    /// <summary>
    /// Removes the file when its process id belongs by now to some other program: after a restart of the machine or container
    /// PostgreSQL would take that program for itself and refuse to start.
    /// </summary>
    public static void RemoveIfReused(string cluster)
    {
        if (Read(cluster) is { } file && IsAnotherProgram(file.ProcessId) && !ServesAny(cluster))
            File.Delete(Path.Combine(cluster, Name));
    }

    /// <summary>The process of the file lives, answering or not.</summary>
    public static bool IsAlive(string cluster) => Read(cluster) is { } file && IsRunning(file.ProcessId) && !IsAnotherProgram(file.ProcessId);

    // A killed process whose parent has not yet taken note of its end is listed still, as a zombie.
    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !OperatingSystem.IsLinux() || File.ReadAllText($"/proc/{processId}/stat").Split(") ")[^1][0] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    private static bool IsAnotherProgram(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName != "postgres";
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false; // PostgreSQL itself finds that the process is gone
        }
    }

    // Processes of a killed server that are still ending work in the cluster's folder and hold its shared memory.
    private static bool ServesAny(string cluster)
    {
        var processes = Process.GetProcessesByName("postgres");
        try
        {
            return OperatingSystem.IsLinux()
                ? processes.Any(process => Directory.ResolveLinkTarget($"/proc/{process.Id}/cwd", false)?.FullName == cluster)
                : processes.Length > 0;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return true;
        }
        finally
        {
            foreach (var process in processes)
                process.Dispose();
        }
    }
}
