using System.Globalization;
using CrimeInsight.Core;

namespace CrimeInsight.Data.Embedded;

/// <summary>PostgreSQL refuses to run as root: then it runs as the unprivileged account 65534, and files must belong to it.</summary>
internal static class ServerAccount
{
    private const int UserId = 65534;

    private static readonly Lazy<bool> s_isNeeded = new(() => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess);

    public static bool IsNeeded => s_isNeeded.Value;

    /// <summary>Puts the change of account in front of a command when needed; clears the environment either way it does.</summary>
    public static (string Program, List<string> Arguments) Wrap(string program, IEnumerable<string> arguments)
    {
        if (!IsNeeded)
            return (program, [.. arguments]);
        var id = UserId.ToString(CultureInfo.InvariantCulture);
        List<string> wrapped = [$"--reuid={id}", $"--regid={id}", "--clear-groups", "--", "env", "-i", "PATH=/usr/bin:/bin", "LANG=C", program, .. arguments];
        return ("setpriv", wrapped);
    }

    /// <summary>Makes a folder that only the server's user can read.</summary>
    public static void MakePrivateFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        GiveTo(path);
    }

    /// <summary>Writes a file that only the server's user can read.</summary>
    public static void WritePrivateFile(string path, string text)
    {
        File.WriteAllText(path, text);
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        GiveTo(path);
    }

    private static void GiveTo(string path)
    {
        if (!IsNeeded)
            return;
        var id = UserId.ToString(CultureInfo.InvariantCulture);
        var result = ChildProcess.Run("chown", ["-R", $"{id}:{id}", path], TimeSpan.FromSeconds(60));
        if (result.ExitCode != 0)
            throw new OperatorException($"Cannot hand '{path}' to PostgreSQL's user {id}: {result.Output} Run the app as an ordinary user instead.");
    }
}
