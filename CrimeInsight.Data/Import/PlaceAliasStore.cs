using System.Text.Json;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

internal sealed class PlaceAliasStore(NpgsqlDataSource dataSource) : IPlaceAliases
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private const string ListSql = """
        SELECT a.name, s.code AS state_code, j.code
        FROM crime.place_alias a
        JOIN crime.jurisdiction j ON j.id = a.jurisdiction_id
        LEFT JOIN crime.jurisdiction s ON s.id = a.state_id
        ORDER BY a.name, s.code
        """;

    private const string ListSavedSql = """
        SELECT a.name, s.code AS state_code, j.code, coalesce(p.display_name, '') AS by, a.created_at AS at
        FROM crime.place_alias a
        JOIN crime.jurisdiction j ON j.id = a.jurisdiction_id
        LEFT JOIN crime.jurisdiction s ON s.id = a.state_id
        LEFT JOIN crime.person p ON p.id = a.created_by
        ORDER BY a.created_at DESC
        """;

    private const string FindSql = """
        SELECT id
        FROM crime.jurisdiction
        WHERE code = @code
        """;

    private const string InsertSql = """
        INSERT INTO crime.place_alias (id, name, key, state_id, jurisdiction_id)
        VALUES (@id, @name, @key, @stateId, @placeId)
        """;

    private const string DeleteSql = """
        DELETE FROM crime.place_alias a
        WHERE a.key = @key
          AND a.state_id IS NOT DISTINCT FROM (SELECT s.id FROM crime.jurisdiction s WHERE s.code = @stateCode)
        """;

    private const string AuditSql = "SELECT crime.write_audit(@userName, @action, @subject, @detail::jsonb)";

    public async Task<IReadOnlyList<PlaceAlias>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<PlaceAlias>(new CommandDefinition(ListSql, cancellationToken: cancellationToken))).AsList();
    }

    public async Task<IReadOnlyList<SavedPlaceAlias>> ListSavedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SavedRow>(new CommandDefinition(ListSavedSql, cancellationToken: cancellationToken));
        return [.. rows.Select(
            row => new SavedPlaceAlias(new PlaceAlias(row.Name, row.StateCode, row.Code), row.By, new DateTimeOffset(row.At, TimeSpan.Zero)))];
    }

    public async Task AddAsync(PlaceAlias alias, Viewer viewer, CancellationToken cancellationToken)
    {
        var key = KeyOf(alias);
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, s_timeout, cancellationToken);
        var placeId = await FindAsync(session, alias.Code, cancellationToken);
        int? stateId = alias.StateCode is null ? null : await FindAsync(session, alias.StateCode, cancellationToken);
        await session.Connection.ExecuteAsync(new CommandDefinition(
            DeleteSql, new { key, stateCode = alias.StateCode }, session.Transaction, cancellationToken: cancellationToken));
        try
        {
            await session.Connection.ExecuteAsync(new CommandDefinition(
                InsertSql, new { id = Guid.CreateVersion7(), name = alias.Name.Trim(), key, stateId, placeId }, session.Transaction,
                cancellationToken: cancellationToken));
        }
        catch (PostgresException refusal) when (refusal.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UniqueViolation)
        {
            throw new UnauthorizedAccessException($"{viewer.UserName} is no administrator of {alias.Code}.", refusal);
        }

        await AuditAsync(session, viewer, AuditActions.PlaceAliasAdded, alias, cancellationToken);
    }

    public async Task<bool> RemoveAsync(string name, string? stateCode, Viewer viewer, CancellationToken cancellationToken)
    {
        var alias = new PlaceAlias(name, stateCode, "");
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, s_timeout, cancellationToken);
        var removed = await session.Connection.ExecuteAsync(new CommandDefinition(
            DeleteSql, new { key = KeyOf(alias), stateCode }, session.Transaction, cancellationToken: cancellationToken));
        if (removed == 0)
            return false;
        await AuditAsync(session, viewer, AuditActions.PlaceAliasRemoved, alias, cancellationToken);
        return true;
    }

    private static string KeyOf(PlaceAlias alias) => alias.Key.Length > 0
        ? alias.Key
        : throw new ArgumentException(
            $"'{alias.Name}' has no letter or digit by which it could be known; write the name as it stands in the file.", nameof(alias));

    private static async Task<int> FindAsync(PersonSession session, string code, CancellationToken cancellationToken) =>
        await session.Connection.ExecuteScalarAsync<int?>(
            new CommandDefinition(FindSql, new { code }, session.Transaction, cancellationToken: cancellationToken))
        ?? throw new ArgumentException($"There is no place '{code}'; look its code up.", nameof(code));

    // Commits: what is said is on record with it.
    private static async Task AuditAsync(PersonSession session, Viewer viewer, string action, PlaceAlias alias, CancellationToken cancellationToken)
    {
        var detail = JsonSerializer.Serialize(new { name = alias.Name, state = alias.StateCode, code = alias.Code });
        await session.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
            AuditSql, new { userName = viewer.UserName, action, subject = $"place-alias:{alias.Name}", detail }, session.Transaction,
            cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

    private sealed record SavedRow(string Name, string? StateCode, string Code, string By, DateTime At);
}
