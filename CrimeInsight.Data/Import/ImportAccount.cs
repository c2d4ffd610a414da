using CrimeInsight.Core;
using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>The administrator on whose behalf the command line imports when it names none.</summary>
internal sealed class ImportAccount(NpgsqlDataSource dataSource, IAuditWriter audit)
{
    /// <summary>Sign-in name of the account that is made when there is no administrator; it has no password.</summary>
    public const string UserName = "command-line";

    private const string DisplayName = "Command line";

    // People before the account without a password.
    private const string FindSql = """
        SELECT p.id, p.user_name
        FROM crime.person p
        JOIN crime.person_jurisdiction b ON b.person_id = p.id
        JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
        WHERE p.role = 3
          AND p.is_active
          AND NOT p.is_demo
          AND j.level = 0
        ORDER BY p.password_hash IS NULL, p.created_at
        LIMIT 1
        """;

    private const string CreateSql = """
        INSERT INTO crime.person (id, user_name, normalized_name, display_name, role, security_stamp, concurrency_stamp)
        VALUES (@id, @userName, upper(@userName), @displayName, 3, gen_random_uuid()::text, gen_random_uuid()::text)
        ON CONFLICT (normalized_name) DO NOTHING
        """;

    private const string BindSql = """
        INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
        SELECT @id, j.id
        FROM crime.jurisdiction j
        WHERE j.level = 0
        """;

    /// <exception cref="OperatorException">A person of that name is there and is no administrator.</exception>
    public async Task<Viewer> EnsureAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (await FindAsync(connection, cancellationToken) is { } known)
            return known;
        var id = Guid.CreateVersion7();
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            var values = new { id, userName = UserName, displayName = DisplayName };
            if (await connection.ExecuteAsync(new CommandDefinition(CreateSql, values, transaction, cancellationToken: cancellationToken)) == 1)
                await connection.ExecuteAsync(new CommandDefinition(BindSql, new { id }, transaction, cancellationToken: cancellationToken));
            await transaction.CommitAsync(cancellationToken);
        }

        var made = await FindAsync(connection, cancellationToken)
            ?? throw new OperatorException(
                $"There is no administrator of the whole country, and '{UserName}' is none: create one by 'admin create', or name one by --as.");
        await audit.WriteAsync(new AuditEntry(null, "command line", AuditActions.PersonCreated, $"person:{made.PersonId}"), cancellationToken);
        return made;
    }

    private static async Task<Viewer?> FindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<AdministratorRow>(new CommandDefinition(FindSql, cancellationToken: cancellationToken));
        return row is null ? null : new Viewer(row.Id, row.UserName, PersonRole.Admin, [0]);
    }

    private sealed record AdministratorRow(Guid Id, string UserName);
}
