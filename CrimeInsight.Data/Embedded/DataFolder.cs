using CrimeInsight.Core;

namespace CrimeInsight.Data.Embedded;

/// <summary>Where the embedded database keeps everything, and the rules that folder must meet.</summary>
/// <param name="Path">Absolute path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>Environment variable that names the folder.</summary>
    public const string Variable = "CRIMEINSIGHT_DATA";

    internal string Cluster => System.IO.Path.Combine(Path, "postgres");

    internal string Programs => System.IO.Path.Combine(Path, "server");

    internal string Log => System.IO.Path.Combine(Cluster, "server.log");

    internal string Secrets => System.IO.Path.Combine(Path, "secrets.json");

    internal string StarterLock => System.IO.Path.Combine(Path, "server.lock");

    internal string StartLock => System.IO.Path.Combine(Path, "start.lock");

    /// <summary>
    /// The folder of <see cref="Variable"/>, else a per-user application folder (for root: /var/lib/crimeinsight, which PostgreSQL's own user can reach).
    /// </summary>
    public static DataFolder Resolve(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return new DataFolder(System.IO.Path.GetFullPath(configured));
        if (ServerAccount.IsNeeded)
            return new DataFolder("/var/lib/crimeinsight");
        var application = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return new DataFolder(System.IO.Path.Combine(application, "CrimeInsight"));
    }

    /// <summary>Creates the folder and checks that the app, and PostgreSQL's user, can use it.</summary>
    /// <exception cref="OperatorException">Not writable, not reachable for the server's user, or of another major version.</exception>
    internal void Prepare(int majorVersion)
    {
        // pg_ctl hands paths to a shell between double quotes.
        if (!OperatingSystem.IsWindows() && Path.AsSpan().IndexOfAny("\"$`\\\n") >= 0)
            throw new OperatorException(
                $"The data folder '{Path}' has a character in its path that PostgreSQL's tools cannot take (quote, dollar, backtick, backslash or line "
                    + $"break). Set {Variable} to a folder without it.");
        try
        {
            Directory.CreateDirectory(Path);
            var probe = System.IO.Path.Combine(Path, $".write-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"The data folder '{Path}' cannot be written ({failure.Message}). Give this user write access, or set {Variable} to a folder it can write.",
                failure);
        }

        if (ServerAccount.IsNeeded)
            RequireTraversable();
        RequireVersion(majorVersion);
    }

    private void RequireTraversable()
    {
        if (OperatingSystem.IsWindows())
            return;
        var own = new DirectoryInfo(Path);
        own.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead;
        for (var folder = own.Parent; folder is not null; folder = folder.Parent)
        {
            if ((folder.UnixFileMode & UnixFileMode.OtherExecute) == 0)
                throw new OperatorException(
                    $"PostgreSQL does not run as root, and its own user cannot reach '{Path}' because '{folder.FullName}' is closed to others. Set {Variable} "
                        + "to another folder (for example /var/lib/crimeinsight), or run the app as an ordinary user.");
        }
    }

    private void RequireVersion(int majorVersion)
    {
        var file = System.IO.Path.Combine(Cluster, "PG_VERSION");
        if (!File.Exists(file))
            return;
        var found = File.ReadAllText(file).Trim();
        if (found != majorVersion.ToString(System.Globalization.CultureInfo.InvariantCulture))
            throw new OperatorException(
                $"The data folder '{Path}' holds a PostgreSQL {found} cluster, but the server shipped with this version is {majorVersion}. Start the "
                    + $"CrimeInsight version that made it, or set {Variable} to an empty folder and import the data again.");
    }
}
