using System.Diagnostics;
using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Data;
using CrimeInsight.Data.Startup;
using CrimeInsight.Web.Features.SignIn;
using Dapper;
using Npgsql;

namespace CrimeInsight.Benchmarks;

/// <summary>A private database in a data folder of its own, with the services the site has.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private const string AddPersonSql = """
        INSERT INTO crime.person (id, user_name, normalized_name, display_name, role, security_stamp, concurrency_stamp)
        VALUES (@id, @name, upper(@name), @name, @role, 'stamp', 'stamp')
        """;

    private const string BindSql = """
        INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
        SELECT @id, id
        FROM crime.jurisdiction
        WHERE code = @code
        RETURNING jurisdiction_id
        """;

    private readonly ServiceProvider _services;

    private BenchmarkDatabase(CrimeDatabase database, ServiceProvider services)
    {
        Database = database;
        _services = services;
        Owner = NpgsqlDataSource.Create(database.OwnerConnectionString!);
    }

    public CrimeDatabase Database { get; }

    public IServiceProvider Services => _services;

    public NpgsqlDataSource Owner { get; }

    public static async Task<BenchmarkDatabase> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        var database = await CrimeDatabase.OpenAsync(new DatabaseOptions { DataFolder = folder }, cancellationToken);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddCrimeInsightCore()
            .AddCrimeInsightData(database);
        services.AddPeopleIdentity();
        return new BenchmarkDatabase(database, services.BuildServiceProvider());
    }

    /// <summary>Loads demo data and returns the seconds it took.</summary>
    public async Task<double> LoadDemoAsync(int incidents, CancellationToken cancellationToken)
    {
        await AddPersonAsync(PersonRole.Admin, "IN");
        var started = Stopwatch.GetTimestamp();
        await Services.GetRequiredService<IDemoDataLoader>().LoadAsync(new DemoRequest(incidents, seed: 1), null, cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public async Task<Viewer> AddPersonAsync(PersonRole role, string code)
    {
        var id = Guid.NewGuid();
        var name = $"p{id:N}";
        await using var connection = await Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(AddPersonSql, new { id, name, role = (short)role });
        var bound = await connection.QueryAsync<int>(BindSql, new { id, code });
        return new Viewer(id, name, role, [.. bound]);
    }

    /// <summary>The jurisdiction of a level with the most cases.</summary>
    public async Task<string> BusiestAsync(string within, int level)
    {
        await using var connection = await Owner.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<string>("""
            SELECT j.code
            FROM crime.jurisdiction j
            JOIN crime.jurisdiction w ON w.code = @within AND j.ordinal >= w.ordinal AND j.ordinal < w.ordinal_until
            JOIN LATERAL (SELECT count(*) AS cases FROM crime.incident i WHERE i.ordinal >= j.ordinal AND i.ordinal < j.ordinal_until) c ON true
            WHERE j.level = @level
            ORDER BY c.cases DESC
            LIMIT 1
            """, new { within, level }, commandTimeout: 120))!;
    }

    /// <summary>Codes of all jurisdictions of a level.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(int level, CancellationToken cancellationToken)
    {
        await using var connection = await Owner.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT code FROM crime.jurisdiction WHERE level = @level AND valid_until IS NULL ORDER BY ordinal", new { level },
            cancellationToken: cancellationToken))];
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
