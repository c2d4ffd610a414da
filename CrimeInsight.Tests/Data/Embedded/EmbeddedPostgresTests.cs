using System.Diagnostics;
using CrimeInsight.Core;
using CrimeInsight.Data.Embedded;
using CrimeInsight.Tests.Support;
using Npgsql;

namespace CrimeInsight.Tests.Data.Embedded;

/// <summary>Life and death of the private server, on one folder; each test leaves it stopped.</summary>
public sealed class EmbeddedPostgresTests(ServerFolder place) : IClassFixture<ServerFolder>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(place.Folder.Cluster))
            return;
        // What a first start killed half-way leaves behind must not matter to the next.
        var left = Path.Combine(place.Folder.Path, "postgres.new-left");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, "PG_VERSION"), "18", Cancel);
        await File.WriteAllTextAsync(Path.Combine(place.Folder.Path, "initdb.password"), "left", Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task StartAsync_FirstStart_MakesAClusterOnlyItsUserCanOpen()
    {
        await using (var server = await StartAsync())
        {
            Assert.True(server.IsOurs);
            Assert.Equal("127.0.0.1", await ServerFolder.RunAsync(server, "SHOW listen_addresses"));
            Assert.Equal("", await ServerFolder.RunAsync(server, "SHOW unix_socket_directories"));
            Assert.Equal("on", await ServerFolder.RunAsync(server, "SHOW fsync"));
            Assert.True((bool)(await ServerFolder.RunAsync(server, "SELECT 'காவல' ~ '^\\w+$' AND upper('é') = 'É'"))!);
            var stranger = new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString("postgres")) { Password = "guess", Pooling = false };
            await using var connection = new NpgsqlConnection(stranger.ConnectionString);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancel));
            Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        }

        Assert.Equal(0, place.RunningServers());
        Assert.Empty(Directory.GetDirectories(place.Folder.Path, "postgres.new-*"));
        Assert.False(File.Exists(Path.Combine(place.Folder.Path, "initdb.password")));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(place.Folder.Secrets) & others);
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(place.Folder.Cluster) & others);
        }
    }

    [Fact]
    public async Task StartAsync_SecondInstance_JoinsAndOnlyTheStarterStops()
    {
        var starter = await StartAsync();
        var process = place.ServerProcess;
        var joined = await StartAsync();
        Assert.False(joined.IsOurs);
        Assert.Equal(starter.Port, joined.Port);
        Assert.Equal(1, place.RunningServers());
        await joined.DisposeAsync();
        Assert.Equal(process, place.ServerProcess);
        Assert.Equal(1, await ServerFolder.RunAsync(starter, "SELECT 1"));
        await starter.DisposeAsync();
        Assert.Equal(0, place.RunningServers());
    }

    [Fact]
    public async Task StartAsync_ManyAtOnce_StartOneServer()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(StartAsync)));
        Assert.Equal(1, place.RunningServers());
        Assert.Single(servers, server => server.IsOurs);
        foreach (var server in servers.OrderBy(server => server.IsOurs))
            await server.DisposeAsync();
        Assert.Equal(0, place.RunningServers());
    }

    [Fact]
    public async Task StartAsync_AfterTheServerWasKilled_RecoversEveryCommittedRow()
    {
        var first = await StartAsync();
        await ServerFolder.RunAsync(first, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT n FROM generate_series(1, 20000) AS n");
        await using var open = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(first.SuperuserConnectionString("postgres")) { Pooling = false }.ConnectionString);
        await open.OpenAsync(Cancel);
        await using (var uncommitted = new NpgsqlCommand("BEGIN; INSERT INTO kept SELECT 0 FROM generate_series(1, 500)", open))
            await uncommitted.ExecuteNonQueryAsync(Cancel);
        place.KillServer();

        var next = await StartAsync();
        Assert.Equal(20_000L, await ServerFolder.RunAsync(next, "SELECT count(*) FROM kept"));
        Assert.Equal(1, place.RunningServers());
        await next.DisposeAsync();
        await first.DisposeAsync();
        Assert.Equal(0, place.RunningServers());
    }

    [Fact]
    public async Task StartAsync_ProcessIdOfADeadServerReused_StartsAnyway()
    {
        await (await StartAsync()).DisposeAsync();
        var (program, arguments) = ServerAccount.Wrap("sleep", ["60"]);
        using var stranger = Process.Start(program, arguments);
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(place.Folder.Cluster, "postmaster.pid"), $"{stranger.Id}\n{place.Folder.Cluster}\n1700000000\n1\n\n127.0.0.1\n0 0\nready\n",
                Cancel);
            // Without our check PostgreSQL takes the stranger for another server of the same folder.
            await using var server = await StartAsync();
            Assert.NotEqual(stranger.Id, place.ServerProcess);
            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public async Task FindAsync_CopyOfAFolderWhoseServerRuns_DoesNotJoinTheOriginal()
    {
        await using var server = await StartAsync();
        var copy = new DataFolder(Path.Combine(place.Root, "copy"));
        Directory.CreateDirectory(copy.Cluster);
        File.Copy(Path.Combine(place.Folder.Cluster, "postmaster.pid"), Path.Combine(copy.Cluster, "postmaster.pid"), overwrite: true);
        Assert.Null(await ServerProbe.FindAsync(copy, server.Secrets, TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal(server.Port, await ServerProbe.FindAsync(place.Folder, server.Secrets, TimeSpan.FromSeconds(5), Cancel));
    }

    [Fact]
    public async Task StartAsync_ServerRefusesItsConfiguration_NamesTheCauseAtOnce()
    {
        await (await StartAsync()).DisposeAsync();
        var file = Path.Combine(place.Folder.Cluster, "postgresql.auto.conf");
        var good = await File.ReadAllTextAsync(file, Cancel);
        await File.WriteAllTextAsync(file, good + "\nno_such_setting = on\n", Cancel);
        try
        {
            var clock = Stopwatch.StartNew();
            var problem = await Assert.ThrowsAsync<OperatorException>(StartAsync);
            Assert.Contains("no_such_setting", problem.Message, StringComparison.Ordinal);
            Assert.Contains(place.Folder.Log, problem.Message, StringComparison.Ordinal);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
        }
        finally
        {
            await File.WriteAllTextAsync(file, good, Cancel);
        }
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(place.Folder, null, Cancel);
}
