using System.Text.RegularExpressions;
using CrimeInsight.Data.Startup;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Support;

/// <summary>
/// A database and roles made by the very commands of docs/operations.md, under names of its own, on the shared server, which
/// thereby plays the external one.
/// </summary>
public sealed partial class ExternalDatabase(DatabaseServer shared) : IAsyncLifetime
{
    private readonly string _name = $"external_{Guid.NewGuid():N}"[..20];
    private NpgsqlConnectionStringBuilder _superuser = null!;

    public string OwnerRole => $"{_name}_owner";

    public string AppRole => $"{_name}_app";

    public string AppConnectionString { get; private set; } = "";

    public string OwnerConnectionString { get; private set; } = "";

    /// <summary>The mistake people make: everything as the superuser.</summary>
    public string SuperuserConnectionString => ConnectionString("postgres", _superuser.Password!);

    public async ValueTask InitializeAsync()
    {
        var server = await shared.ServerAsync();
        _superuser = new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString("postgres")) { Pooling = false };
        var commands = SqlBlock().Match(await File.ReadAllTextAsync(Repository.PathOf("docs", "operations.md"))).Groups["sql"].Value
            .Replace("crimeinsight", _name, StringComparison.Ordinal)
            .Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.NotEmpty(commands);
        await using var connection = new NpgsqlConnection(_superuser.ConnectionString);
        foreach (var command in commands)
            await connection.ExecuteAsync(command);
        AppConnectionString = ConnectionString(AppRole, "a-long-random-app-password");
        OwnerConnectionString = ConnectionString(OwnerRole, "a-long-random-owner-password");
        await using var first = await CrimeDatabase.OpenAsync(
            new DatabaseOptions { ConnectionString = AppConnectionString, OwnerConnectionString = OwnerConnectionString }, CancellationToken.None);
        Assert.False(first.IsEmbedded);
    }

    /// <summary>Runs a statement inside the database as superuser; {app} and {owner} stand for the roles.</summary>
    public async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.ExecuteAsync(sql.Replace("{app}", AppRole, StringComparison.Ordinal).Replace("{owner}", OwnerRole, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string ConnectionString(string role, string password) =>
        new NpgsqlConnectionStringBuilder(_superuser.ConnectionString) { Username = role, Password = password, Database = _name }.ConnectionString;

    [GeneratedRegex("## External PostgreSQL.*?```sql\n(?<sql>.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
