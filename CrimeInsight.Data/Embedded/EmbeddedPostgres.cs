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
/// <remarks>A server that died under a running app is started again on the same port: see <see cref="ReviveAsync"/>.</remarks>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const int MostPrivilegedPort = 1023;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // A killed server replays what it had not written to its tables; that may be gigabytes.
    private static readonly TimeSpan s_recoveryPatience = TimeSpan.FromMinutes(5);

    private readonly DataFolder _folder;
    private readonly string _programs;
    private StarterLock? _starter;

    private EmbeddedPostgres(DataFolder folder, string programs, ServerSecrets secrets)
    {
        _folder = folder;
        _programs = programs;
        Secrets = secrets;
    }

    public ServerSecrets Secrets { get; }

    public int Port { get; private set; }

    /// <summary>This instance stops the server when disposed.</summary>
    public bool IsOurs => _starter is not null;

    /// <summary>Starts the server, or joins the one that runs on the folder.</summary>
    /// <param name="programsFolder">Folder with the PostgreSQL programs; null: found beside the app.</param>
    /// <exception cref="OperatorException">With the remedy, when the folder or the programs will not do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(DataFolder folder, string? programsFolder, CancellationToken cancellationToken)
    {
        var source = PostgresPrograms.Find(programsFolder, AppContext.BaseDirectory);
        folder.Prepare(PostgresPrograms.MajorVersion);
        await using var gate = await StartGate.EnterAsync(folder.StartLock, s_recoveryPatience, cancellationToken);
        var exists = ClusterMaker.Exists(folder);
        var server = new EmbeddedPostgres(folder, folder.Programs, ServerSecrets.LoadOrCreate(folder, mayCreate: !exists));
        if (exists && await server.TryJoinAsync(cancellationToken))
            return server;
        PostgresPrograms.Install(source, folder.Programs);
        if (!exists)
            ClusterMaker.Make(folder, folder.Programs, server.Secrets);
        await server.LaunchAsync(null, cancellationToken);
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

    /// <summary>Stops the server when this instance started it or took it over; nobody joins it meanwhile.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_starter is null)
            return;
        await using var gate = await StartGate.EnterAsync(_folder.StartLock, s_patience, CancellationToken.None);
        ControlServer(["stop", "-D", _folder.Cluster, "-m", "fast", "-w", "-t", "60"], s_patience);
        _starter.Dispose();
        _starter = null;
    }

    /// <summary>
    /// Starts the server again, on its port, when it died; the app that stops it does so, and another only when that app is gone.
    /// One that was shut down in order while the app that stops it runs was stopped on purpose, and stays so.
    /// </summary>
    /// <exception cref="OperatorException">It does not start: the reason.</exception>
    public async Task<Revival> ReviveAsync(CancellationToken cancellationToken)
    {
        if (PostmasterFile.IsAlive(_folder.Cluster))
            return Revival.Alive;
        await using var gate = await StartGate.EnterAsync(_folder.StartLock, s_recoveryPatience, cancellationToken);
        if (PostmasterFile.IsAlive(_folder.Cluster))
            return Revival.Alive;
        var wasOurs = IsOurs;
        _starter ??= StarterLock.TryTake(_folder.StarterLock);
        if (!IsOurs)
            return Revival.LeftToAnother;
        if (wasOurs && ClusterMaker.IsShutDown(_folder))
            return Revival.StoppedOnPurpose;
        await LaunchAsync(Port, cancellationToken);
        return Revival.Started;
    }

    private async Task<bool> TryJoinAsync(CancellationToken cancellationToken)
    {
        if (await ServerProbe.FindAsync(_folder, Secrets, s_recoveryPatience, cancellationToken) is not { } port)
            return false;
        Port = port;
        _starter ??= StarterLock.TryTake(_folder.StarterLock);
        return true;
    }

    // Other apps that joined a server know it by its port, so that a dead one's successor takes that port where it can.
    private async Task LaunchAsync(int? port, CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + s_patience;
        var before = PostmasterFile.Read(_folder.Cluster)?.Port;
        while (true)
        {
            PostmasterFile.RemoveIfReused(_folder.Cluster);
            var log = new ServerLog(_folder.Log);
            Port = port ?? (before is { } last and > MostPrivilegedPort && IsFree(last) ? last : FreePort());
            var (code, output) = await Task.Run(
                () => ControlServer(
                    ["start", "-D", _folder.Cluster, "-l", _folder.Log, "-w", "-t", s_recoveryPatience.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                        "-o", $"-p {Port.ToString(CultureInfo.InvariantCulture)}"],
                    s_recoveryPatience),
                CancellationToken.None);
            if (code == 0)
                break;
            var reason = log.SinceOpened();
            if (ServerLog.IsOwnedByAnother(reason))
                throw new OperatorException(
                    $"The database in '{_folder.Path}' belongs to another user: {reason} Start CrimeInsight as the user that made it, or "
                        + $"set {DataFolder.Variable} to another folder.");
            if (!ServerLog.IsPassing(reason) || DateTime.UtcNow > deadline)
                throw new OperatorException(
                    $"PostgreSQL did not start in '{_folder.Path}': {(reason.Length > 0 ? reason : output)} The whole log is '{_folder.Log}'; "
                        + "docs/operations.md helps with recovery.");
            await Task.Delay(300, cancellationToken);
            if (await TryJoinAsync(cancellationToken))
                return;
        }

        _starter ??= StarterLock.TryTake(_folder.StarterLock);
    }

    private (int ExitCode, string Output) ControlServer(IEnumerable<string> arguments, TimeSpan patience)
    {
        var (program, wrapped) = ServerAccount.Wrap(PostgresPrograms.Program(_programs, "pg_ctl"), arguments);
        return ChildProcess.Run(program, wrapped, patience + TimeSpan.FromSeconds(5));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
