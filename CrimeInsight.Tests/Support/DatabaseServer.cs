using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Embedded;
using CrimeInsight.Data.Migrations;
using CrimeInsight.Data.Seeding;
using CrimeInsight.Data.Startup;
using Npgsql;

[assembly: AssemblyFixture(typeof(CrimeInsight.Tests.Support.DatabaseServer))]

namespace CrimeInsight.Tests.Support;

/// <summary>One embedded server for the whole run, with a migrated template that holds the reference data; started on first use.</summary>
public sealed class DatabaseServer : IAsyncDisposable
{
    private const string Template = "crimeinsight_template";
    private readonly SemaphoreSlim _gate = new(1);
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"crimeinsight-tests-{Environment.ProcessId}");
    private EmbeddedPostgres? _server;
    private int _count;

    internal async Task<(EmbeddedPostgres Server, string Database)> CloneAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _server ??= await StartAsync();
            var name = $"test_{++_count}";
            await using var connection = new NpgsqlConnection(_server.SuperuserConnectionString("postgres"));
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"CREATE DATABASE {name} TEMPLATE {Template} OWNER {CrimeDatabase.OwnerRole}";
            await command.ExecuteNonQueryAsync();
            command.CommandText = $"REVOKE ALL ON DATABASE {name} FROM PUBLIC; GRANT CONNECT, TEMPORARY ON DATABASE {name} TO {CrimeDatabase.AppRole}";
            await command.ExecuteNonQueryAsync();
            return (_server, name);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Connection string, of the schema's owner, to a new database that no migration has seen.</summary>
    internal async Task<string> CreateEmptyAsync()
    {
        var server = await ServerAsync();
        var name = $"empty_{Guid.NewGuid():N}";
        await DatabaseBootstrap.EnsureAsync(server, name, CancellationToken.None);
        return server.ConnectionString(CrimeDatabase.OwnerRole, server.Secrets.Owner, name);
    }

    /// <summary>The server, for tests of what lies outside a database: roles, and databases of other names.</summary>
    internal async Task<EmbeddedPostgres> ServerAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _server ??= await StartAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>PostgreSQL's programs, where every user may read them.</summary>
    internal async Task<string> ProgramsAsync()
    {
        await ServerAsync();
        return new DataFolder(_path).Programs;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.DisposeAsync();
        }

        _gate.Dispose();
        if (Directory.Exists(_path))
            Directory.Delete(_path, recursive: true);
    }

    private async Task<EmbeddedPostgres> StartAsync()
    {
        DapperSetup.Apply();
        var server = await EmbeddedPostgres.StartAsync(new DataFolder(_path), null, CancellationToken.None);
        await DatabaseBootstrap.EnsureAsync(server, Template, CancellationToken.None);
        var owner = server.ConnectionString(CrimeDatabase.OwnerRole, server.Secrets.Owner, Template);
        await DatabaseMigrator.MigrateAsync(owner, CrimeDatabase.AppRole, CancellationToken.None);
        await new ReferenceDataLoader(Path.Combine(AppContext.BaseDirectory, "seed-data")).LoadAsync(owner, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
        return server;
    }
}
