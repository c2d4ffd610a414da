using CrimeInsight.Core.People;
using CrimeInsight.Data.Startup;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Support;

/// <summary>A database of its own for one test class: use as <c>IClassFixture&lt;DatabaseFixture&gt;</c>.</summary>
public sealed class DatabaseFixture(DatabaseServer shared) : IAsyncLifetime
{
    private const string AddPersonSql = """
        INSERT INTO crime.person (id, user_name, normalized_name, display_name, role, security_stamp, concurrency_stamp)
        VALUES (@id, @name, upper(@name), @name, @role, 'stamp', 'stamp')
        """;

    private const string BindSql = """
        INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
        SELECT @id, id
        FROM crime.jurisdiction
        WHERE code = ANY(@codes)
        RETURNING jurisdiction_id
        """;

    /// <summary>Pool of the restricted role, as the app uses it.</summary>
    public NpgsqlDataSource App { get; private set; } = null!;

    /// <summary>Pool of the schema's owner, for arranging and for looking behind row-level security.</summary>
    public NpgsqlDataSource Owner { get; private set; } = null!;

    public string OwnerConnectionString { get; private set; } = "";

    public string AppConnectionString { get; private set; } = "";

    public string SuperuserConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var (server, database) = await shared.CloneAsync();
        OwnerConnectionString = server.ConnectionString(CrimeDatabase.OwnerRole, server.Secrets.Owner, database);
        AppConnectionString = server.ConnectionString(CrimeDatabase.AppRole, server.Secrets.App, database);
        SuperuserConnectionString = server.SuperuserConnectionString(database);
        Owner = NpgsqlDataSource.Create(OwnerConnectionString);
        App = NpgsqlDataSource.Create(AppConnectionString);
    }

    /// <summary>Adds an active person bound to jurisdictions given by code.</summary>
    public async Task<Viewer> AddPersonAsync(PersonRole role, params string[] jurisdictionCodes)
    {
        var id = Guid.NewGuid();
        var name = $"p{id:N}";
        await using var connection = await Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(AddPersonSql, new { id, name, role = (short)role });
        var bound = await connection.QueryAsync<int>(BindSql, new { id, codes = jurisdictionCodes });
        return new Viewer(id, name, role, [.. bound]);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Owner.DisposeAsync();
    }
}
