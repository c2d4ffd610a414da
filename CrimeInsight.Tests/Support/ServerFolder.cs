using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Data.Embedded;
using Npgsql;

namespace CrimeInsight.Tests.Support;

/// <summary>A data folder of its own, with a path as awkward as people's are, for tests that start, kill and damage servers.</summary>
public sealed class ServerFolder : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"crimeinsight-embedded-{Guid.NewGuid():N}");
    private string? _app;

    public ServerFolder() => Directory.CreateDirectory(Root);

    /// <summary>Spaces, Devanagari, Tamil, an apostrophe.</summary>
    public string Root => Path.Combine(_path, "पुलिस थाना's data காவல்");

    internal DataFolder Folder => new(Path.Combine(Root, "main"));

    /// <summary>The web binary, where an ordinary user can run it: a copy when the source tree lies in a closed folder.</summary>
    internal string App => _app ??= WebProcess.Reachable(AppContext.BaseDirectory, Path.Combine(_path, "app"));

    internal int? ServerProcess => PostmasterFile.Read(Folder.Cluster)?.ProcessId;

    /// <summary>
    /// Servers that run on the folder, whoever started them. A child that a server has only just forked still shows its command
    /// line, so a process whose parent counts is not one more.
    /// </summary>
    internal int RunningServers()
    {
        var parents = new Dictionary<int, int>();
        foreach (var process in Process.GetProcessesByName("postgres"))
            using (process)
                if (ReadProcess(process.Id, "cmdline").Contains(Folder.Cluster + "\0", StringComparison.Ordinal)
                    && ReadProcess(process.Id, "stat").Split(") ") is [.., var fields]
                    && fields.Split(' ') is [_, var parent, ..])
                    parents[process.Id] = int.Parse(parent, CultureInfo.InvariantCulture);
        return parents.Values.Count(parent => !parents.ContainsKey(parent));
    }

    /// <summary>A file of a process, empty when the process has gone.</summary>
    private static string ReadProcess(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>kill -9 of the one server that runs on this folder, by its id.</summary>
    internal void KillServer()
    {
        using var process = Process.GetProcessById(ServerProcess!.Value);
        Assert.Equal("postgres", process.ProcessName);
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Shuts the server down in order, as pg_ctl does, whoever runs it.</summary>
    internal void StopServer()
    {
        using var process = Process.GetProcessById(ServerProcess!.Value);
        Assert.Equal("postgres", process.ProcessName);
        using var signal = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        process.WaitForExit();
    }

    internal static async Task<object?> RunAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString("postgres")) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public void Dispose()
    {
        // Only after a failed test: a good one leaves its server stopped.
        if (RunningServers() > 0)
            KillServer();
        Directory.Delete(_path, recursive: true);
    }
}
