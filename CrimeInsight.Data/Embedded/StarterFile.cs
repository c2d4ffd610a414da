using System.Diagnostics;
using System.Globalization;

namespace CrimeInsight.Data.Embedded;

/// <summary>Names the app process that started the server, so that exactly one app stops it.</summary>
internal static class StarterFile
{
    public static void Write(string path) => File.WriteAllText(path, Identity(Process.GetCurrentProcess()));

    /// <summary>True, and the file now names us, when the app that started the server is gone.</summary>
    public static bool TakeOverIfOrphaned(string path)
    {
        if (File.Exists(path) && IsAlive(File.ReadAllText(path)))
            return false;
        Write(path);
        return true;
    }

    private static bool IsAlive(string identity)
    {
        var id = identity.Split(' ')[0];
        if (!int.TryParse(id, NumberStyles.Integer, CultureInfo.InvariantCulture, out var processId))
            return false;
        try
        {
            using var process = Process.GetProcessById(processId);
            return Identity(process) == identity && !process.HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // The start time tells a process from a later one with the same id.
    private static string Identity(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{process.Id} {process.StartTime.ToUniversalTime():yyyy-MM-ddTHH:mm:ss}");
}
