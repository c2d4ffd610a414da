using CrimeInsight.Core;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Embedded;
using CrimeInsight.Data.Keys;
using CrimeInsight.Data.Migrations;
using CrimeInsight.Data.Seeding;
using Npgsql;

namespace CrimeInsight.Data.Startup;

/// <summary>
/// The database of one app process: embedded or external, migrated, with reference data, reached through the restricted role.
/// Disposing closes the pool and stops the embedded server if this process started it.
/// </summary>
public sealed class CrimeDatabase : IAsyncDisposable
{
    internal const string DatabaseName = "crimeinsight";
    internal const string OwnerRole = "crimeinsight_owner";
    internal const string AppRole = "crimeinsight_app";

    private const int LookSeconds = 2;

    private CrimeDatabase(EmbeddedPostgres? server, NpgsqlDataSource app, NpgsqlDataSource looks, string? ownerConnectionString)
    {
        Server = server;
        App = app;
        Looks = looks;
        OwnerConnectionString = ownerConnectionString;
    }

    /// <summary>The private server; null with an external one.</summary>
    internal EmbeddedPostgres? Server { get; }

    /// <summary>Connections of the restricted role beside the pool, for looking whether the database answers: new each time, with little patience.</summary>
    internal NpgsqlDataSource Looks { get; }

    /// <summary>Pool of the restricted role: everything that serves people goes through it.</summary>
    internal NpgsqlDataSource App { get; }

    /// <summary>For migrations and reference data; null when an external database gave none.</summary>
    internal string? OwnerConnectionString { get; }

    /// <summary>Folder with the reference tables.</summary>
    internal string SeedDataFolder { get; private init; } = "";

    /// <summary>Absolute path of the folder in which the app keeps what is not in the database.</summary>
    public string DataFolder { get; private init; } = "";

    /// <summary>Where the keys lie that the database must not hold.</summary>
    public KeyFolder Keys { get; private init; } = new("");

    /// <summary>The private server is used; demo data and demo accounts are then allowed by default.</summary>
    public bool IsEmbedded => Server is not null;

    /// <summary>Opens, migrates and loads reference data; idempotent and safe with several instances at once.</summary>
    /// <exception cref="OperatorException">With the remedy.</exception>
    public static async Task<CrimeDatabase> OpenAsync(DatabaseOptions options, CancellationToken cancellationToken)
    {
        DapperSetup.Apply();
        return options.IsEmbedded ? await OpenEmbeddedAsync(options, cancellationToken) : await OpenExternalAsync(options, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Looks.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    private static async Task<CrimeDatabase> OpenEmbeddedAsync(DatabaseOptions options, CancellationToken cancellationToken)
    {
        var server = await EmbeddedPostgres.StartAsync(Embedded.DataFolder.Resolve(options.DataFolder), options.ProgramsFolder, cancellationToken);
        try
        {
            await DatabaseBootstrap.EnsureAsync(server, DatabaseName, cancellationToken);
            var owner = server.ConnectionString(OwnerRole, server.Secrets.Owner, DatabaseName);
            var app = server.ConnectionString(AppRole, server.Secrets.App, DatabaseName);
            return await ReadyAsync(server, app, owner, AppRole, options, cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private static async Task<CrimeDatabase> OpenExternalAsync(DatabaseOptions options, CancellationToken cancellationToken)
    {
        var settings = ExternalServer.Parse(options.ConnectionString!, ExternalServer.AppSetting);
        var owner = string.IsNullOrWhiteSpace(options.OwnerConnectionString) ? null
            : ExternalServer.Parse(options.OwnerConnectionString, ExternalServer.OwnerSetting);
        await ExternalServer.RequireUsableAsync(settings, ExternalServer.AppSetting, cancellationToken);
        if (owner is not null)
            await ExternalServer.RequireUsableAsync(owner, ExternalServer.OwnerSetting, cancellationToken);
        return await ReadyAsync(null, settings.ConnectionString, owner?.ConnectionString, settings.Username!, options, cancellationToken);
    }

    private static async Task<CrimeDatabase> ReadyAsync(
        EmbeddedPostgres? server, string connectionString, string? owner, string appRole, DatabaseOptions options, CancellationToken cancellationToken)
    {
        var app = NpgsqlDataSource.Create(connectionString);
        try
        {
            if (owner is not null)
            {
                await DatabaseMigrator.MigrateAsync(owner, appRole, cancellationToken);
                await new ReferenceDataLoader(options.SeedDataFolder).LoadAsync(owner, cancellationToken);
            }
            else
            {
                await DatabaseMigrator.RequireCurrentAsync(app, cancellationToken);
            }

            await AppRoleCheck.RequireBoundAsync(app, cancellationToken);
            var data = Embedded.DataFolder.Resolve(options.DataFolder).Path;
            var keys = string.IsNullOrWhiteSpace(options.KeyFolder) ? data : Path.GetFullPath(options.KeyFolder);
            return new CrimeDatabase(server, app, LooksOf(connectionString), owner)
            {
                SeedDataFolder = options.SeedDataFolder,
                DataFolder = data,
                Keys = new KeyFolder(keys),
            };
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    // A server that hangs is not waited for: neither for its answer, nor for its word that a question was taken back.
    private static NpgsqlDataSource LooksOf(string connectionString) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            Timeout = LookSeconds,
            CommandTimeout = LookSeconds,
            CancellationTimeout = -1,
            KeepAlive = 0,
            MaxAutoPrepare = 0,
        });
}
