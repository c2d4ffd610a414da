using System.Buffers.Binary;
using CrimeInsight.Core;

namespace CrimeInsight.Data.Embedded;

/// <summary>Makes the cluster of a data folder, in one step that a kill at any moment leaves undone or done.</summary>
internal static class ClusterMaker
{
    // Of ControlFileData: after a system identifier of 8 bytes and two versions of 4; DB_SHUTDOWNED.
    private const int StateOffset = 16;
    private const int ShutDownState = 1;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    /// <summary>True when a cluster is there.</summary>
    /// <exception cref="OperatorException">The folder belongs to another user, or holds something that is no cluster.</exception>
    public static bool Exists(DataFolder folder)
    {
        try
        {
            if (File.Exists(Path.Combine(folder.Cluster, "PG_VERSION")))
                return true;
            if (Directory.Exists(folder.Cluster) && Directory.EnumerateFileSystemEntries(folder.Cluster).Any())
                throw new OperatorException($"'{folder.Cluster}' holds files but no database. Move them away, or set {DataFolder.Variable} to another folder.");
            return false;
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new OperatorException(
                $"The database in '{folder.Path}' belongs to another user ({closed.Message}). Start CrimeInsight as the user that made it, or "
                    + $"set {DataFolder.Variable} to another folder.", closed);
        }
    }

    /// <summary>True when the cluster's last server was shut down in order; false when it died, or runs.</summary>
    public static bool IsShutDown(DataFolder folder)
    {
        try
        {
            using var control = File.OpenRead(Path.Combine(folder.Cluster, "global", "pg_control"));
            Span<byte> head = stackalloc byte[StateOffset + sizeof(int)];
            control.ReadExactly(head);
            return BinaryPrimitives.ReadInt32LittleEndian(head[StateOffset..]) == ShutDownState;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Runs initdb beside the final place and moves the result there.</summary>
    public static void Make(DataFolder folder, string programs, ServerSecrets secrets)
    {
        foreach (var left in Directory.EnumerateDirectories(folder.Path, Path.GetFileName(folder.Cluster) + ".new-*"))
            Directory.Delete(left, recursive: true);
        var place = $"{folder.Cluster}.new-{Guid.NewGuid():N}";
        var passwordFile = Path.Combine(folder.Path, "initdb.password");
        ServerAccount.MakePrivateFolder(place);
        ServerAccount.WritePrivateFile(passwordFile, secrets.Superuser);
        try
        {
            var (program, arguments) = ServerAccount.Wrap(PostgresPrograms.Program(programs, "initdb"), InitArguments(place, passwordFile));
            var (code, output) = ChildProcess.Run(program, arguments, s_patience);
            if (code != 0)
                throw new OperatorException($"PostgreSQL could not make a database in '{folder.Path}': {output}");
            if (Directory.Exists(folder.Cluster))
                Directory.Delete(folder.Cluster); // empty, or Exists would have refused
            Directory.Move(place, folder.Cluster);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    private static IEnumerable<string> InitArguments(string place, string passwordFile)
    {
        string[] fixedPart =
        [
            "-D", place, "-U", "postgres", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
            "--locale=C", "--lc-ctype=C.UTF-8", "--auth-local=scram-sha-256", "--auth-host=scram-sha-256", $"--pwfile={passwordFile}",
        ];
        return fixedPart.Concat(ServerSettings.All.SelectMany(setting => new[] { "-c", $"{setting.Name}={setting.Value}" }));
    }
}
