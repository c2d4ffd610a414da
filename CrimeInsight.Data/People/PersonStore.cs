using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace CrimeInsight.Data.People;

/// <summary>People for ASP.NET Core Identity: find, create, update, delete. Accessors are in the other part.</summary>
internal sealed partial class PersonStore(NpgsqlDataSource dataSource, IdentityErrorDescriber errors)
    : IUserPasswordStore<Person>, IUserSecurityStampStore<Person>
{
    private const string FindByIdSql = $"""
        SELECT {PersonRow.Columns}
        FROM crime.person AS p
        WHERE p.id = @id
          AND p.is_active
        """;

    private const string FindByNameSql = $"""
        SELECT {PersonRow.Columns}
        FROM crime.person AS p
        WHERE p.normalized_name = @normalizedName
          AND p.is_active
        """;

    private const string InsertSql = """
        INSERT INTO crime.person (
            id, user_name, normalized_name, display_name, role, password_hash, security_stamp, concurrency_stamp,
            is_demo, is_active, culture, theme, text_scale)
        VALUES (
            @id, @userName, @normalizedName, @displayName, @role, @passwordHash, @securityStamp, @concurrencyStamp,
            @isDemo, @isActive, @culture, @theme, @textScale)
        """;

    private const string BindSql = """
        INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
        SELECT @id, unnest(@jurisdictionIds)
        """;

    private const string UpdateSql = """
        UPDATE crime.person
        SET user_name = @userName,
            normalized_name = @normalizedName,
            display_name = @displayName,
            role = @role,
            password_hash = @passwordHash,
            security_stamp = @securityStamp,
            concurrency_stamp = @nextStamp,
            is_active = @isActive
        WHERE id = @id
          AND concurrency_stamp = @concurrencyStamp
        """;

    private const string DeleteSql = """
        DELETE FROM crime.person
        WHERE id = @id
          AND concurrency_stamp = @concurrencyStamp
        """;

    public async Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id))
            return null;
        var row = await dataSource.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<PersonRow>(new CommandDefinition(FindByIdSql, new { id }, cancellationToken: cancellationToken)),
            cancellationToken);
        return row?.ToPerson();
    }

    public async Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var row = await dataSource.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<PersonRow>(
                new CommandDefinition(FindByNameSql, new { normalizedName = normalizedUserName }, cancellationToken: cancellationToken)), cancellationToken);
        return row?.ToPerson();
    }

    public async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken)
    {
        if (user.ConcurrencyStamp.Length == 0)
            user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(InsertSql, Values(user), transaction, cancellationToken: cancellationToken));
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return IdentityResult.Failed(errors.DuplicateUserName(user.UserName));
        }

        await connection.ExecuteAsync(new CommandDefinition(
            BindSql, new { id = user.Id, jurisdictionIds = user.JurisdictionIds.ToArray() }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
    {
        var nextStamp = Guid.NewGuid().ToString("N");
        var values = Values(user);
        values.Add("nextStamp", nextStamp);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var changed = await connection.ExecuteAsync(new CommandDefinition(UpdateSql, values, cancellationToken: cancellationToken));
        if (changed == 0)
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        user.ConcurrencyStamp = nextStamp;
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var removed = await connection.ExecuteAsync(new CommandDefinition(
            DeleteSql, new { id = user.Id, concurrencyStamp = user.ConcurrencyStamp }, cancellationToken: cancellationToken));
        return removed == 0 ? IdentityResult.Failed(errors.ConcurrencyFailure()) : IdentityResult.Success;
    }

    public void Dispose()
    {
        // The pool belongs to the composition root.
    }

    private static DynamicParameters Values(Person user)
    {
        var values = new DynamicParameters();
        values.Add("id", user.Id);
        values.Add("userName", user.UserName);
        values.Add("normalizedName", user.NormalizedName);
        values.Add("displayName", user.DisplayName);
        values.Add("role", (short)user.Role);
        values.Add("passwordHash", user.PasswordHash);
        values.Add("securityStamp", user.SecurityStamp);
        values.Add("concurrencyStamp", user.ConcurrencyStamp);
        values.Add("isDemo", user.IsDemo);
        values.Add("isActive", user.IsActive);
        values.Add("culture", user.Preferences.Culture);
        values.Add("theme", user.Preferences.Theme);
        values.Add("textScale", user.Preferences.TextScalePercent);
        return values;
    }
}
