using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CrimeInsight.Core;
using Npgsql;

namespace CrimeInsight.Data.Embedded;

/// <summary>
/// A private PostgreSQL server in a data folder. Starting is idempotent: a server that already runs there (another instance of
/// the app, or one that outlived a killed app) is used, never doubled. It is stopped by the app that started it, or that took
/// it over from a dead one.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly DataFolder _folder;
    private readonly string _programs;
    private bool _isOurs;

    private EmbeddedPostgres(DataFolder folder, string programs, ServerSecrets secrets)
    {
        _folder = folder;
        _programs = programs;
        Secrets = secrets;
    }

    public ServerSecrets Secrets { get; }

    public int Port { get; private set; }

    /// <summary>This instance stops the server when disposed.</summary>
    public bool IsOurs => _isOurs;

    /// <summary>Starts the server, or joins the one that runs on the folder.</summary>
    /// <param name="programsFolder">Folder with the PostgreSQL programs; null: found beside the app.</param>
    /// <exception cref="OperatorException">With the remedy, when the folder or the programs will not do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(DataFolder folder, string? programsFolder, CancellationToken cancellationToken)
    {
        var source = PostgresPrograms.Find(programsFolder, AppContext.BaseDirectory);
        folder.Prepare(PostgresPrograms.MajorVersion);
        await using var gate = await StartGate.EnterAsync(folder.StartLock, s_patience, cancellationToken);
        var secrets = ServerSecrets.LoadOrCreate(folder.Secrets);
        if (PostmasterFile.Read(folder.Cluster) is { } running && await AnswersAsync(running.Port, secrets, cancellationToken))
        {
            var joined = new EmbeddedPostgres(folder, Path.Combine(folder.Programs), secrets) { Port = running.Port };
            joined._isOurs = StarterFile.TakeOverIfOrphaned(folder.StarterFile);
            return joined;
        }

        var server = new EmbeddedPostgres(folder, PostgresPrograms.Install(source, folder.Programs), secrets);
        server.InitialiseIfEmpty();
        await server.LaunchAsync(cancellationToken);
        return server;
    }

    /// <summary>Connection string of a role on a database of this server.</summary>
    public string ConnectionString(string role, string password, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = role,
        Password = password,
        Database = database,
        MaxPoolSize = 60,
        MaxAutoPrepare = 40,
        ConnectionIdleLifetime = 60,
        Timeout = 15,
        CommandTimeout = 60,
        IncludeErrorDetail = false,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        ApplicationName = "CrimeInsight",
    }.ConnectionString;

    public string SuperuserConnectionString(string database) => ConnectionString("postgres", Secrets.Superuser, database);

    public ValueTask DisposeAsync()
    {
        if (_isOurs)
        {
            _isOurs = false;
            ControlServer(["stop", "-D", _folder.Cluster, "-m", "fast", "-w", "-t", "60"]);
            File.Delete(_folder.StarterFile);
        }

        return ValueTask.CompletedTask;
    }

    private void InitialiseIfEmpty()
    {
        if (File.Exists(Path.Combine(_folder.Cluster, "PG_VERSION")))
            return;
        if (Directory.Exists(_folder.Cluster) && Directory.EnumerateFileSystemEntries(_folder.Cluster).Any())
            Directory.Delete(_folder.Cluster, recursive: true); // half-made by a killed first start; PG_VERSION is written first of all files that matter
        ServerAccount.MakePrivateFolder(_folder.Cluster);
        var passwordFile = Path.Combine(_folder.Path, "initdb.password");
        ServerAccount.WritePrivateFile(passwordFile, Secrets.Superuser);
        try
        {
            var (program, arguments) = ServerAccount.Wrap(PostgresPrograms.Program(_programs, "initdb"), InitArguments(passwordFile));
            var (code, output) = ChildProcess.Run(program, arguments, s_patience);
            if (code != 0)
                throw new OperatorException($"PostgreSQL could not initialise '{_folder.Cluster}': {output}");
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    private IEnumerable<string> InitArguments(string passwordFile)
    {
        string[] fixedPart =
        [
            "-D", _folder.Cluster, "-U", "postgres", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
            "--locale=C", "--lc-ctype=C.UTF-8", "--auth-local=scram-sha-256", "--auth-host=scram-sha-256", $"--pwfile={passwordFile}",
        ];
        return fixedPart.Concat(ServerSettings.All.SelectMany(setting => new[] { "-c", $"{setting.Name}={setting.Value}" }));
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + s_patience;
        while (true)
        {
            Port = FreePort();
            var (code, output) = ControlServer(
                ["start", "-D", _folder.Cluster, "-l", Path.Combine(_folder.Cluster, "server.log"), "-w", "-t", "60", "-o", $"-p {Port.ToString(CultureInfo.InvariantCulture)}"]);
            if (code == 0)
                break;
            // After a kill the last backends need a moment to let go of the shared memory.
            if (DateTime.UtcNow > deadline)
                throw new OperatorException($"PostgreSQL did not start in '{_folder.Path}': {output} {LastLogLines()}");
            await Task.Delay(300, cancellationToken);
        }

        _isOurs = true;
        StarterFile.Write(_folder.StarterFile);
    }

    private (int ExitCode, string Output) ControlServer(IEnumerable<string> arguments)
    {
        var (program, wrapped) = ServerAccount.Wrap(PostgresPrograms.Program(_programs, "pg_ctl"), arguments);
        return ChildProcess.Run(program, wrapped, s_patience + TimeSpan.FromSeconds(5));
    }

    private string LastLogLines()
    {
        var log = Path.Combine(_folder.Cluster, "server.log");
        return File.Exists(log) ? string.Join(" | ", File.ReadLines(log).TakeLast(5)) : "";
    }

    private static async Task<bool> AnswersAsync(int port, ServerSecrets secrets, CancellationToken cancellationToken)
    {
        var connectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "postgres", Password = secrets.Superuser, Database = "postgres",
            Timeout = 5, Pooling = false, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
        for (var attempt = 0; attempt < 40; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(cancellationToken);
                return true;
            }
            catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await Task.Delay(250, cancellationToken); // recovering from a crash, or shutting down
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
